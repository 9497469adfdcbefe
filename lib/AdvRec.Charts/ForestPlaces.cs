using AdvRec.Figures;
using static AdvRec.Charts.Look;

namespace AdvRec.Charts;

/// <summary>Groups one below the other, each under its claim, which takes more lines on a narrow page.</summary>
internal sealed class ForestPlaces
{
    private const int NameCharacters = 10;
    private const int RowPixels = 26;
    private const int GapPixels = 12;
    private const int WideFrom = 640;
    private const int WideCharacters = 84;
    private const int NarrowCharacters = 36;
    private const double CharacterPixels = 7.4;

    private readonly ForestFigure _figure;
    private readonly int _left;
    private readonly int _right;
    private readonly int _foot;

    public ForestPlaces(ForestFigure figure)
    {
        _figure = figure;
        RowNames = [.. figure.Groups.Select(g => (IReadOnlyList<IReadOnlyList<string>>)[.. g.Rows.Select(r => PlotlyText.Wrap(r.Name, NameCharacters))])];
        var rows = figure.Groups.SelectMany(g => g.Rows).ToArray();
        _left = 16 + (int)(CharacterPixels * RowNames.SelectMany(g => g).SelectMany(lines => lines).Max(line => line.Length));
        _right = 16 + (int)(CharacterPixels * rows.Max(r => r.Verdict.Length));
        _foot = 38 + LinePixels * PlotlyText.Wrap(figure.ValueAxis, TitleCharacters).Count;
    }

    /// <summary>By group and row, in lines.</summary>
    public IReadOnlyList<IReadOnlyList<IReadOnlyList<string>>> RowNames { get; }

    public Dictionary<string, object?> Margin => Part(("l", _left), ("r", _right), ("t", 24), ("b", _foot));

    public Dictionary<string, object?> ToMeta() => Widths.Meta(Widths.Narrowest, (Widths.Narrowest, Changes(NarrowCharacters)), (WideFrom, Changes(WideCharacters)));

    private Dictionary<string, object?> Changes(int characters)
    {
        var claims = _figure.Groups.Select(g => PlotlyText.Wrap(g.Claim, characters)).ToArray();
        var heads = claims.Select(lines => lines.Count * LinePixels + GapPixels).ToArray();
        var bodies = RowNames.Select(g => g.Sum(lines => Math.Max(RowPixels, lines.Count * LinePixels + 4))).ToArray();
        double plot = heads.Sum() + bodies.Sum(), top = plot;
        var changes = Part(("height", 24 + (int)plot + _foot));
        for (var i = 0; i < claims.Length; i++)
        {
            top -= heads[i];
            changes[BarChart.AxisName("yaxis", i) + ".domain"] = new[] { Math.Max(0, (top - bodies[i]) / plot), top / plot };
            changes[$"annotations[{i}].text"] = $"<b>{PlotlyText.Lines(claims[i])}</b>";
            changes[$"annotations[{i}].xshift"] = -_left;
            top -= bodies[i];
        }

        return changes;
    }
}
