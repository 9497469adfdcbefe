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
    private const int WideFrom = 560;
    private const int RightPixels = 12;
    private const double CharacterPixels = 7;

    private readonly IReadOnlyList<string> _columns;
    private readonly IReadOnlyList<string> _rows;
    private readonly int _minWidth;

    public HeatMapPlaces(HeatMapFigure figure)
    {
        var rows = figure.Rows.Select(name => PlotlyText.Wrap(name, RowCharacters)).ToArray();
        var perColumn = Math.Max(4, 34 / Math.Min(figure.Columns.Count, NarrowNames));
        var columns = figure.Columns.Select(name => PlotlyText.Wrap(name, perColumn)).ToArray();
        _rows = [.. rows.Select(PlotlyText.Lines)];
        _columns = [.. columns.Select(PlotlyText.Lines)];
        var left = 34 + (int)(CharacterPixels * rows.Max(lines => lines.Max(line => line.Length)));
        var foot = 24 + LinePixels * (PlotlyText.Wrap(figure.XAxis, TitleCharacters).Count + columns.Max(lines => lines.Count));
        // Numbers in cells must not run into each other, even if the figure then scrolls.
        var texts = HeatMapChart.WritesNumbers(figure) ? figure.Cells.Max(row => row.Max(c => c.Text.Length)) : 0;
        _minWidth = Math.Max(Widths.Narrowest, left + RightPixels + (int)(figure.Columns.Count * (CharacterPixels * texts + 4)));

        Bar = new(figure.ValueName);
        var rowHeight = Math.Max(38, 6 + LinePixels * rows.Max(lines => lines.Count));
        Height = Bar.Head + (rows.Length <= FewRows ? Math.Max(120, rows.Length * rowHeight) : Math.Clamp(rows.Length * 18, 300, 520)) + foot;
        Margin = Part(("l", left), ("r", RightPixels), ("t", Bar.Head), ("b", foot));
    }

    public HeatMapBar Bar { get; }

    public int Height { get; }

    public Dictionary<string, object?> Margin { get; }

    public int Gap => _rows.Count <= WideNames && _columns.Count <= WideNames ? 2 : 0;

    public Dictionary<string, object?> ToMeta() => Widths.Meta(_minWidth, (_minWidth, Names(NarrowNames)), (WideFrom, Names(WideNames)));

    private Dictionary<string, object?> Names(int most)
    {
        var changes = new Dictionary<string, object?>();
        AddTicks(changes, "xaxis", _columns, most);
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
