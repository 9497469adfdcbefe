using AdvRec.Figures;
using static AdvRec.Charts.Look;

namespace AdvRec.Charts;

/// <summary>Panels stand side by side where there is room for the texts above their bars, one below the other where there is not.</summary>
internal sealed class BarPanelPlaces
{
    private const int LabelPixels = 49;
    private const int AxisPixels = 76;
    private const int PlotPixels = 220;
    private const int HeadPixels = 64;
    private const int CharactersAcross = 36;

    private readonly int _panels;
    private readonly int _panelWidth;
    private readonly int _footPixels;

    public BarPanelPlaces(BarFigure figure)
    {
        _panels = figure.Panels.Count;
        _panelWidth = Math.Max(170, figure.Groups.Count * figure.Series.Count * LabelPixels) + AxisPixels;
        GroupNames = [.. figure.Groups.Select(name => PlotlyText.Wrap(name, Math.Max(6, CharactersAcross / figure.Groups.Count)))];
        _footPixels = GroupNames.Max(lines => lines.Count) * LinePixels + (figure.GroupAxis.Length > 0 ? 36 : 10);
    }

    public IReadOnlyList<IReadOnlyList<string>> GroupNames { get; }

    public Dictionary<string, object?> Margin => Part(("l", 64), ("r", 12), ("t", HeadPixels), ("b", _footPixels));

    public Dictionary<string, object?> ToMeta() => Widths.Meta(_panelWidth, (_panelWidth, Narrow()), (_panels * _panelWidth, Wide()));

    private Dictionary<string, object?> Wide()
    {
        const double gap = 0.09;
        var width = (1 - gap * (_panels - 1)) / _panels;
        var changes = Part(("height", HeadPixels + 260 + _footPixels));
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
        var step = PlotPixels + _footPixels + 40;
        var plot = (double)(PlotPixels + (_panels - 1) * step);
        var changes = Part(("height", (int)plot + HeadPixels + _footPixels));
        for (var i = 0; i < _panels; i++)
        {
            var top = 1 - i * step / plot;
            changes[BarChart.AxisName("xaxis", i) + ".domain"] = new[] { 0.0, 1 };
            changes[BarChart.AxisName("yaxis", i) + ".domain"] = new[] { Math.Max(0, top - PlotPixels / plot), top };
        }

        return changes;
    }
}
