using AdvRec.Figures;
using static AdvRec.Charts.Look;

namespace AdvRec.Charts;

/// <summary>
/// Panels stand side by side where there is room for the texts above their bars, one below the other where there is not.
/// The page chooses by its width: it reads the two sets of changes, named as <c>Plotly.relayout</c> takes them, from the layout's <c>meta</c>.
/// </summary>
internal sealed class BarPanelPlaces
{
    private const int LabelPixels = 40;
    private const int AxisPixels = 76;
    private const int PanelPixels = 210;
    private const int GapPixels = 116;
    private const int MarginPixels = 72 + 84;
    private const int CharactersAcross = 36;

    private readonly int _panels;
    private readonly int _panelWidth;

    private BarPanelPlaces(int panels, int groups, int series)
    {
        _panels = panels;
        _panelWidth = Math.Max(170, groups * series * LabelPixels) + AxisPixels;
        CharactersPerGroup = Math.Max(6, CharactersAcross / groups);
    }

    public int CharactersPerGroup { get; }

    public static BarPanelPlaces For(BarFigure figure) => new(figure.Panels.Count, figure.Groups.Count, figure.Series.Count);

    public Dictionary<string, object?> ToMeta() => Part(
        ("minWidth", _panelWidth),
        ("wideFrom", _panels * _panelWidth),
        ("wide", Wide()),
        ("narrow", Narrow()));

    private Dictionary<string, object?> Wide()
    {
        const double gap = 0.09;
        var width = (1 - gap * (_panels - 1)) / _panels;
        var changes = Part(("height", 400));
        for (var i = 0; i < _panels; i++)
        {
            var left = i * (width + gap);
            changes[BarChart.AxisName("xaxis", i) + ".domain"] = new[] { left, Math.Min(1, left + width) };
            changes[BarChart.AxisName("yaxis", i) + ".domain"] = new[] { 0.0, 1 };
        }

        return changes;
    }

    private Dictionary<string, object?> Narrow()
    {
        var plot = (double)(_panels * PanelPixels + (_panels - 1) * GapPixels);
        var changes = Part(("height", (int)plot + MarginPixels));
        for (var i = 0; i < _panels; i++)
        {
            var top = 1 - i * (PanelPixels + GapPixels) / plot;
            changes[BarChart.AxisName("xaxis", i) + ".domain"] = new[] { 0.0, 1 };
            changes[BarChart.AxisName("yaxis", i) + ".domain"] = new[] { Math.Max(0, top - PanelPixels / plot), top };
        }

        return changes;
    }
}
