using static AdvRec.Charts.Look;

namespace AdvRec.Charts;

/// <summary>The legend above a figure: as many rows as its entries need.</summary>
internal sealed class LegendPlace
{
    private const int NameCharacters = 24;
    private const int SymbolPixels = 48;
    private const double CharacterPixels = 7;
    private const int EntryPixels = 5;

    private readonly IReadOnlyList<IReadOnlyList<string>> _names;

    public LegendPlace(IEnumerable<string> names)
    {
        _names = [.. names.Select(name => PlotlyText.Wrap(name, NameCharacters))];
        Names = [.. _names.Select(PlotlyText.Lines)];
    }

    /// <summary>Names as plotly.js takes them.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Height of the legend where it may be so wide.</summary>
    public int Height(int width)
    {
        double left = 0;
        int height = 0, row = 0;
        foreach (var name in _names)
        {
            var entry = SymbolPixels + CharacterPixels * name.Max(line => line.Length);
            if (left > 0 && left + entry > width)
            {
                (left, height, row) = (0, height + row, 0);
            }

            left += entry;
            row = Math.Max(row, name.Count * LinePixels + EntryPixels);
        }

        return height + row;
    }
}
