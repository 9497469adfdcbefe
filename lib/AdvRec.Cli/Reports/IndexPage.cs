using System.Globalization;
using AdvRec.Cli.Reports.Html;

namespace AdvRec.Cli.Reports;

/// <param name="Name">Name of the page, without ending.</param>
/// <param name="Title">Plain text.</param>
/// <param name="Opening">Markup of blocks; null if the notebook has no text.</param>
/// <param name="Failed">Whether a cell failed.</param>
/// <param name="Seconds">Run time.</param>
/// <param name="Thumbnail">The main plot; null if there is none.</param>
internal sealed record IndexEntry(string Name, string Title, string? Opening, bool Failed, double Seconds, Thumbnail? Thumbnail)
{
    public bool HasPage { get; private init; } = true;

    public static IndexEntry WithoutPage(string name) => new(name, name, null, Failed: true, 0, null) { HasPage = false };
}

/// <summary>The page that leads to the others.</summary>
internal static class IndexPage
{
    /// <summary>Of the page, without ending.</summary>
    public const string Name = "index";

    private const string Solutions = "-solutions";

    /// <returns>The page, piece by piece.</returns>
    public static IEnumerable<ReadOnlyMemory<char>> Render(IReadOnlyList<IndexEntry> entries, ReportOptions options)
    {
        var thumbnails = entries.Select(entry => entry.Thumbnail).OfType<Thumbnail>().ToList();
        var library = thumbnails.Select(thumbnail => thumbnail.Library()).FirstOrDefault(script => script is not null);
        var scripts = new PageScripts();
        foreach (var fragment in thumbnails.Select(thumbnail => thumbnail.Drawing).Concat(library is null ? [] : [library]))
            scripts.Add(fragment);
        var solutions = entries.ToLookup(entry => entries.FirstOrDefault(other => entry.Name == other.Name + Solutions)?.Name);
        var items = string.Concat(solutions[null].Select(entry => $"""
            <li class="entry{(entry.Failed ? " failed" : "")}">
            {(entry.Thumbnail is { } thumbnail ? $"<div class=\"thumbnail\" aria-hidden=\"true\" inert>{thumbnail.Drawing.Html}</div>\n" : "")}<div>
            {(entry.HasPage ? Linked(entry, solutions[entry.Name], options) : $"<h2>{HtmlText.Encode(entry.Title)}</h2>\n<p class=\"facts\"><strong>no page could be made</strong></p>")}
            </div>
            </li>

            """));
        var made = options.Reproducible ? "" : string.Create(CultureInfo.InvariantCulture, $"<footer><p>Made {DateTimeOffset.Now:yyyy-MM-dd HH:mm zzz} by <code>advrec report</code>.</p></footer>\n");
        return PageLayout.Render("Adversarial recommender systems", $"""
            <main class="index" id="content">
            <h1>Adversarial recommender systems</h1>
            <ol class="entries">
            {items}</ol>
            </main>
            {made}{library?.Html}
            """, scripts);
    }

    private static string Linked(IndexEntry entry, IEnumerable<IndexEntry> solutions, ReportOptions options) => $"""
        <h2><a href="{Uri.EscapeDataString(entry.Name)}.html">{HtmlText.Encode(entry.Title)}</a></h2>
        {entry.Opening}
        <p class="facts">{(entry.Failed ? "<strong>a cell failed</strong>" : "ran without errors")}{(options.Reproducible ? "" : $" in {Duration.Format(entry.Seconds)}")} · <a href="{Uri.EscapeDataString(entry.Name)}.ipynb" download>{HtmlText.Encode(entry.Name)}.ipynb</a>{string.Concat(solutions.Select(Solution))}</p>
        """;

    private static string Solution(IndexEntry entry) => entry.HasPage
        ? $" · <a href=\"{Uri.EscapeDataString(entry.Name)}.html\">solutions</a>{(entry.Failed ? " (<strong>a cell failed</strong>)" : "")}"
        : " · solutions: <strong>no page could be made</strong>";
}
