using System.Globalization;
using AdvRec.Cli.Reports.Html;
using AdvRec.Cli.Running;
using AdvRec.Data;

namespace AdvRec.Cli.Reports.Teaching;

/// <summary>The teacher's pages of a run: a key to every prediction and question, and a worksheet for each notebook, one A4 page each.</summary>
internal static class TeacherPages
{
    private const string Folder = "teacher";

    /// <returns>The pages' paths.</returns>
    public static IReadOnlyList<string> Write(IReadOnlyList<ExecutedNotebook> executed, ReportOptions options)
    {
        // Solutions and the like ask nothing.
        executed = [.. executed.Where(one => Question.Of(one.Notebook).Count > 0)];
        var folder = Directory.CreateDirectory(Path.Combine(options.Output, Folder)).FullName;
        var (key, worksheets) = (Path.Combine(folder, "key.html"), Path.Combine(folder, "worksheets.html"));
        WholeFiles.Write(key, Page("Key to the predictions", $"""
            <main class="index" id="content">
            <h1>Key to the predictions</h1>
            <p>The numbers are those of this run{(options.Dataset is null ? "" : $" on {HtmlText.Encode(Path.GetFileName(options.Dataset))}")}; figures are on the notebooks' pages. Keep it from the learners' eyes: delete this folder before you hand the pages out.</p>
            {string.Concat(executed.Select(Key))}</main>
            {(options.Reproducible ? "" : string.Create(CultureInfo.InvariantCulture, $"<footer><p>Made {DateTimeOffset.Now:yyyy-MM-dd HH:mm zzz} by <code>advrec report --teacher</code>.</p></footer>\n"))}
            """));
        WholeFiles.Write(worksheets, Page("Worksheets", $"<main id=\"content\">\n{string.Concat(executed.Select(Worksheet))}</main>\n"));
        return [key, worksheets];
    }

    private static IEnumerable<ReadOnlyMemory<char>> Page(string title, string body) => PageLayout.Render(title, body, new PageScripts());

    private static string Key(ExecutedNotebook executed)
    {
        var questions = Question.Of(executed.Notebook);
        var notes = TeacherNotes.In(executed.Notebook.Folder);
        var (title, markdown) = Head(executed);
        return $"<h2>{title}</h2>\n" + string.Concat(questions.Select((question, at) => $"""
            <section class="prediction">
            <h3>Question {at + 1}</h3>
            {markdown.Render(question.Text)}<h4>In this run</h4>
            {(question.Found(executed) is { Length: > 0 } found ? $"<pre class=\"output stdout\">{HtmlText.Encode(found)}</pre>" : $"<p>See the figure on <a href=\"../{Uri.EscapeDataString(executed.Notebook.Name)}.html\">the page</a>.</p>")}
            {(notes.To(executed.Notebook, question) is { } note ? markdown.Render(note) : "")}</section>

            """));
    }

    private static string Worksheet(ExecutedNotebook executed)
    {
        var (title, markdown) = Head(executed);
        var questions = string.Concat(Question.Of(executed.Notebook).Select(question =>
            $"<tr><td>{markdown.Render(question.Text)}</td><td></td><td></td></tr>\n"));
        var exercises = string.Concat(Question.Exercises(executed.Notebook).Select(number => $"<span>{number} ☐</span> "));
        return $"""
            <section class="worksheet">
            <h1>{title}</h1>
            <p class="line">Name and date</p>
            <table><thead><tr><th>Before you run or move it</th><th>my guess</th><th>it is</th></tr></thead>
            <tbody>
            {questions}</tbody></table>
            {(exercises.Length == 0 ? "" : $"<p>Exercises that are right: {exercises}</p>\n")}<p class="line">What surprised me, and why</p>
            <p class="line"></p>
            <p class="line">What I would ask now</p>
            <p class="line"></p>
            </section>

            """;
    }

    /// <summary>The notebook's title, as markup, and what renders its text.</summary>
    private static (string Title, MarkdownRenderer Markdown) Head(ExecutedNotebook executed)
    {
        // The notebooks' pages lie in another folder, so links to them are left out.
        var page = new MarkdownRenderer(executed.Notebook.Folder, _ => false);
        foreach (var cell in executed.Notebook.Cells.Where(cell => cell.Language == Notebooks.Languages.Markdown).Take(1))
            page.Render(cell.Text, cell.Attachments);
        return (HtmlText.Encode(page.Headings.Count > 0 ? page.Headings[0].Text : executed.Notebook.Name), page);
    }
}
