namespace AdvRec.Cli.Reports.Html;

/// <summary>The scripts of the outputs on one page.</summary>
internal sealed class PageScripts
{
    private readonly List<string> _hashes = [];
    private readonly List<LongScript> _longScripts = [];

    /// <summary>Sources for <c>script-src</c>.</summary>
    public IEnumerable<string> Hashes => _hashes.Distinct();

    /// <param name="fragment">The next one from the top of the page.</param>
    public void Add(HtmlFragment fragment)
    {
        _hashes.AddRange(fragment.ScriptHashes);
        if (fragment.LongScript is { } script)
            _longScripts.Add(script);
    }

    /// <summary>The page, piece by piece, with the long scripts in the place of what stands for them.</summary>
    public IEnumerable<ReadOnlyMemory<char>> Fill(string page)
    {
        var start = 0;
        foreach (var script in _longScripts)
        {
            var end = page.IndexOf(script.Placeholder, start, StringComparison.Ordinal);
            yield return page.AsMemory(start..end);
            yield return script.Text;
            start = end + script.Placeholder.Length;
        }

        yield return page.AsMemory(start);
    }
}
