using System.Text;
using AdvRec.Cli.Notebooks;
using AdvRec.Cli.Reports.Html;
using AdvRec.Cli.Running;

namespace AdvRec.Cli.Reports;

/// <summary>One notebook as a page. Text and code are rendered on construction, while the notebook may still be running.</summary>
internal sealed class NotebookPage
{
    private readonly Notebook _notebook;
    private readonly ReportOptions _options;
    private readonly MarkdownRenderer _markdown;
    private readonly string[] _texts;
    private readonly List<Heading> _headings;

    public NotebookPage(Notebook notebook, ReportOptions options)
    {
        _notebook = notebook;
        _options = options;
        _markdown = new(notebook.Folder, options.HasPage);
        _texts = new string[notebook.Cells.Count];

        var code = new List<int>();
        for (var index = 0; index < notebook.Cells.Count; index++)
        {
            var cell = notebook.Cells[index];
            if (cell.Language == Languages.CSharp)
                code.Add(index);
            else
                _texts[index] = cell.Language == Languages.Markdown ? _markdown.Render(cell.Text, cell.Attachments) : HtmlText.Encode(cell.Text);
        }

        foreach (var (index, markup) in code.Zip(CodeHighlighter.Highlight([.. code.Select(index => notebook.Cells[index].Text)], ScriptSurroundings.Of(notebook))))
            _texts[index] = markup;
        _headings = [.. _markdown.Headings];
        Title = _headings.FirstOrDefault()?.Text ?? notebook.Name;
        Opening = _markdown.Opening;
    }

    /// <summary>The first heading, or the file's name.</summary>
    public string Title { get; }

    /// <summary>Markup of what the text opens with; null if there is none.</summary>
    public string? Opening { get; }

    /// <returns>The page, piece by piece.</returns>
    public IEnumerable<ReadOnlyMemory<char>> Render(ExecutedNotebook executed)
    {
        var scripts = new PageScripts();
        var cells = new StringBuilder();
        var behind = FoldedAnswers.Behind(executed);
        for (var index = 0; index < executed.Cells.Count; index++)
            cells.Append(RenderCell(executed.Cells[index], _texts[index], scripts, behind.Contains(executed.Cells[index])));

        return PageLayout.Render(Title, $"""
            <a class="skip" href="#content">Skip to the content</a>
            <header class="top">{(_options.Along.Count > 1 ? "<a href=\"index.html\">All notebooks</a>" : "<span></span>")}<button type="button" id="fold-all" hidden>Hide all code</button></header>
            <div class="layout">
            {Contents()}<main id="content">
            {(_headings.Count == 0 ? $"<h1>{HtmlText.Encode(Title)}</h1>\n" : "")}{Failures(executed)}{cells}</main>
            </div>
            {PageFooter.Render(executed, _options)}
            """, scripts);
    }

    private string Contents()
    {
        var headings = _headings.Skip(1).Where(heading => heading.Level <= 3).ToList();
        if (headings.Count == 0)
            return "";
        var items = string.Concat(headings.Select(heading =>
            $"<li class=\"level-{heading.Level}\"><a href=\"#{HtmlText.Encode(heading.Id)}\">{HtmlText.Encode(heading.Text)}</a></li>\n"));
        return $"<nav class=\"contents\" aria-label=\"Contents\"><details open><summary>Contents</summary><ul>\n{items}</ul></details></nav>\n";
    }

    private static string Failures(ExecutedNotebook executed)
    {
        if (!executed.Failed)
            return "";
        var links = executed.FailedCells.Select(cell => $"<a href=\"#cell-{cell.Cell.Number}\">cell {cell.Cell.Number}</a>");
        return $"<p class=\"failures\"><strong>Not everything ran:</strong> see {string.Join(", ", links)}.</p>\n";
    }

    private string RenderCell(ExecutedCell cell, string text, PageScripts scripts, bool isFolded)
    {
        var number = cell.Cell.Number;
        if (!cell.Cell.IsCode)
            return cell.Cell.Language == Languages.Markdown ? $"<div class=\"text\">{text}</div>\n" : "";

        var fragments = cell.Outputs.Select(output => OutputRenderer.Render(output, _markdown)).ToList();
        fragments.ForEach(scripts.Add);
        var outputs = string.Concat(fragments.Select(fragment => fragment.Html));

        var isSetup = cell.Cell.Text.StartsWith("#!import", StringComparison.Ordinal) && !cell.Cell.Text.Contains('\n', StringComparison.Ordinal);
        // The code that reveals an answer says why it is so.
        var isOpen = !isSetup && !FoldedAnswers.IsIn(cell);
        var time = _options.Reproducible || cell.State == CellState.NotRun ? "" : $"<span class=\"time\">{Duration.Format(cell.Seconds)}</span>";
        var state = cell.State == CellState.NotRun ? "<span class=\"time\">not run</span>" : "";
        var isUnseen = fragments.All(fragment => fragment.IsUnseen);
        var results = isUnseen ? outputs : $"<div class=\"outputs\" role=\"region\" aria-label=\"Output of cell {number}\" tabindex=\"0\">\n{outputs}</div>\n";
        if (isFolded && !isUnseen)
            results = $"<details class=\"after-guess\"><summary>What cell {number} shows gives the answer away</summary>\n{results}</details>\n";
        return $"""
            <section class="cell{(cell.State == CellState.Failed ? " failed" : "")}" id="cell-{number}" aria-label="Cell {number}">
            <details class="code"{(isOpen ? " open" : "")}><summary>Cell {number}{(isSetup ? " · setup" : "")}{Language(cell.Cell)}{time}{state}</summary>
            <pre tabindex="0"><code>{text}</code></pre></details>
            {results}</section>

            """;
    }

    private static string Language(Cell cell) => cell.Language == Languages.CSharp ? "" : $" · {HtmlText.Encode(cell.Language)}";
}
