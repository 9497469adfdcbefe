using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace AdvRec.Notebooks.Html;

/// <summary>
/// What the figures of one process share on the page they end up on: ids that are never used twice and yet the same in every run,
/// and what brings plotly.js. Safe to use from several threads.
/// </summary>
internal sealed class PlotSession
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, int> _shown = [];
    private string? _first;
    private bool _brought;

    public static PlotSession Current { get; } = new();

    /// <summary>plotly.js is on the page by itself: no figure needs to bring it.</summary>
    public void Bring()
    {
        lock (_lock)
            _brought = true;
    }

    /// <summary>Admits one more figure to the page.</summary>
    /// <param name="content">All that it shows.</param>
    /// <returns>Its id, and whether it brings plotly.js: the first figure does, also when its cell is run again, unless something else has.</returns>
    public (string Id, bool BringsScript) Show(string content)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)).AsSpan(0, 6));
        lock (_lock)
        {
            _first ??= hash;
            var count = _shown.GetValueOrDefault(hash) + 1;
            _shown[hash] = count;
            return (string.Create(CultureInfo.InvariantCulture, $"advrec-{hash}-{count}"), !_brought && _first == hash);
        }
    }
}
