using AdvRec.Figures;
using static AdvRec.Charts.Look;

namespace AdvRec.Charts;

/// <summary>Room for the names of rows and columns; where there are many, only some are written, fewer on a narrow page.</summary>
internal sealed class HeatMapPlaces
{
    private const int RowCharacters = 16;
    private const int FewRows = 8;
    private const int WideNames = 16;
    private const int NarrowNames = 8;
    private const int HeadPixels = 72;

    private readonly IReadOnlyList<string> _columns;
    private readonly IReadOnlyList<string> _rows;
    private readonly int _left;
    private readonly int _foot;

    public HeatMapPlaces(HeatMapFigure figure)
    {
        var rows = figure.Rows.Select(name => PlotlyText.Wrap(name, RowCharacters)).ToArray();
        var perColumn = Math.Max(4, 34 / Math.Min(figure.Columns.Count, NarrowNames));
        var columns = figure.Columns.Select(name => PlotlyText.Wrap(name, perColumn)).ToArray();
        _rows = [.. rows.Select(PlotlyText.Lines)];
        _columns = [.. columns.Select(PlotlyText.Lines)];
        _left = 34 + (int)(7 * rows.Max(lines => lines.Max(line => line.Length)));
        _foot = 34 + LinePixels * columns.Max(lines => lines.Count);
    }

    public int Gap => _rows.Count <= WideNames && _columns.Count <= WideNames ? 2 : 0;

    public Dictionary<string, object?> Margin => Part(("l", _left), ("r", 12), ("t", HeadPixels), ("b", _foot));

    public Dictionary<string, object?> ToMeta() => Part(
        ("minWidth", 280),
        ("wideFrom", 560),
        ("wide", Changes(WideNames)),
        ("narrow", Changes(NarrowNames)));

    public static Dictionary<string, object?> ColorBar(string title) => Part(
        ("orientation", "h"),
        ("x", 0), ("xanchor", "left"), ("len", 1), ("xpad", 0),
        ("y", 1), ("yanchor", "bottom"), ("ypad", 6),
        ("thickness", 10),
        ("nticks", 5),
        ("outlinecolor", Grey),
        ("title", Part(("text", PlotlyText.Lines(PlotlyText.Wrap(title, TitleCharacters))), ("side", "top"))));

    private Dictionary<string, object?> Changes(int names)
    {
        var plot = _rows.Count <= FewRows ? Math.Max(120, _rows.Count * 38) : Math.Clamp(_rows.Count * 18, 300, 520);
        var changes = Part(("height", HeadPixels + plot + _foot));
        AddTicks(changes, "xaxis", _columns, names);
        AddTicks(changes, "yaxis", _rows, WideNames);
        return changes;
    }

    private static void AddTicks(Dictionary<string, object?> changes, string axis, IReadOnlyList<string> names, int most)
    {
        var step = (names.Count + most - 1) / most;
        var shown = Enumerable.Range(0, names.Count).Where(i => i % step == 0).ToArray();
        changes[axis + ".tickvals"] = shown;
        changes[axis + ".ticktext"] = shown.Select(i => names[i]).ToArray();
    }
}
