using AdvRec.Figures;
using static AdvRec.Charts.Look;

namespace AdvRec.Charts;

/// <summary>Room for the names of rows and columns; where there are too many for the width, only some are written.</summary>
internal sealed class HeatMapPlaces
{
    private const int RowCharacters = 16;
    private const int ColumnCharacters = 12;
    private const int FewNames = 8;
    private const int MostRowNames = 16;
    private const int RightPixels = 12;
    private const double CharacterPixels = 7.2;

    private static readonly int[] s_widths = [400, 560, 720, 900];

    private readonly HeatMapFigure _figure;
    private readonly IReadOnlyList<IReadOnlyList<string>> _rows;
    private readonly int _left;
    private readonly int _minWidth;

    public HeatMapPlaces(HeatMapFigure figure)
    {
        _figure = figure;
        _rows = [.. figure.Rows.Select(name => PlotlyText.Wrap(name, RowCharacters))];
        _left = 34 + (int)(CharacterPixels * _rows.Max(lines => lines.Max(line => line.Length)));
        // Numbers in cells must not run into each other, even if the figure then scrolls.
        var texts = HeatMapChart.WritesNumbers(figure) ? figure.Cells.Max(row => row.Max(c => c.Text.Length)) : 0;
        _minWidth = Math.Max(Widths.Narrowest, _left + RightPixels + (int)(figure.Columns.Count * (CharacterPixels * texts + 4)));

        Bar = new(figure.ValueName, _left);
        var rowHeight = Math.Max(38, 6 + LinePixels * _rows.Max(lines => lines.Count));
        var plot = _rows.Count <= FewNames ? Math.Max(120, _rows.Count * rowHeight) : Math.Clamp(_rows.Count * 18, 300, 520);
        var foot = 24 + LinePixels * (Title(_minWidth).Count + Columns(_minWidth).Max(c => c.Name.Count));
        Height = Bar.Head + plot + foot;
        Margin = Part(("l", _left), ("r", RightPixels), ("t", Bar.Head), ("b", foot));
    }

    public HeatMapBar Bar { get; }

    public int Height { get; }

    public Dictionary<string, object?> Margin { get; }

    public int Gap => _rows.Count <= MostRowNames && _figure.Columns.Count <= MostRowNames ? 2 : 0;

    public Dictionary<string, object?> ToMeta() => Widths.Meta(
        _minWidth, [.. s_widths.Where(width => width > _minWidth).Prepend(_minWidth).Select(width => (width, Names(width)))]);

    private Dictionary<string, object?> Names(int width)
    {
        var columns = Columns(width);
        var rows = Every((_rows.Count + MostRowNames - 1) / MostRowNames, _rows.Count);
        return Part(
            ("xaxis.title.text", PlotlyText.Lines(Title(width))),
            ("xaxis.tickvals", columns.Select(c => c.Column).ToArray()),
            ("xaxis.ticktext", columns.Select(c => PlotlyText.Lines(c.Name)).ToArray()),
            ("yaxis.tickvals", rows),
            ("yaxis.ticktext", rows.Select(row => PlotlyText.Lines(_rows[row])).ToArray()));
    }

    private IReadOnlyList<string> Title(int width) => PlotlyText.Wrap(_figure.XAxis, Characters(width - _left - RightPixels));

    private (int Column, IReadOnlyList<string> Name)[] Columns(int width)
    {
        var cell = (double)(width - _left - RightPixels) / _figure.Columns.Count;
        var longest = Math.Min(ColumnCharacters, _figure.Columns.Max(name => name.Length));
        var step = _figure.Columns.Count <= FewNames ? 1 : (int)Math.Ceiling((longest + 1) * CharacterPixels / cell);
        return [.. Every(step, _figure.Columns.Count).Select(column => (column, PlotlyText.Wrap(_figure.Columns[column], Characters(step * cell - 4))))];
    }

    private static int Characters(double pixels) => Math.Max(3, (int)(pixels / CharacterPixels));

    private static int[] Every(int step, int count) => [.. Enumerable.Range(0, count).Where(i => i % step == 0)];
}
