using System.Text;
using System.Text.RegularExpressions;
using AdvRec.Cli.Notebooks;
using AdvRec.Cli.Running;
using AdvRec.Runner.Protocol;
using AngleSharp.Html.Parser;

namespace AdvRec.Cli.Reports.Teaching;

/// <summary>What a notebook asks before it shows the answer: a paragraph that starts with <c>**Predict:**</c>, or with <c>**Question:**</c> where no single value answers it.</summary>
/// <param name="Text">Markdown, without the word.</param>
/// <param name="Cell">Index of its cell.</param>
internal sealed partial record Question(string Text, int Cell)
{
    private const int MostLines = 14;

    /// <summary>Whether a text cell asks something.</summary>
    public static bool IsIn(string markdown) => Paragraph().IsMatch(markdown);

    /// <summary>All of a notebook, in order.</summary>
    public static IReadOnlyList<Question> Of(Notebook notebook) =>
    [
        .. notebook.Cells.SelectMany((cell, index) => cell.Language == Languages.Markdown
            ? Paragraph().Matches(cell.Text).Select(match => new Question(Capital(match.Groups["text"].Value.Trim()), index))
            : []),
    ];

    /// <summary>The numbers of a notebook's exercises, in order.</summary>
    public static IReadOnlyList<string> Exercises(Notebook notebook) =>
        [.. notebook.Cells.Where(cell => cell.Language == Languages.Markdown).SelectMany(cell => Exercise().Matches(cell.Text).Select(match => match.Groups["number"].Value))];

    /// <summary>What the run shows of the answer, as text: what was revealed, else all that is printed until the next question, exercise or section. Figures are left to the page.</summary>
    public string Found(ExecutedNotebook executed)
    {
        var shown = executed.Cells.Skip(Cell + 1).TakeWhile(cell => cell.Cell.IsCode || !Ends().IsMatch(cell.Cell.Text))
            .Where(cell => !cell.Cell.Text.StartsWith("Exercise.", StringComparison.Ordinal)).SelectMany(cell => cell.Outputs).ToList();
        var revealed = shown.Select(Revealed).OfType<string>().ToList();
        var text = new StringBuilder();
        foreach (var output in revealed.Count > 0 ? [] : shown.Where(output => !IsFigure(output)))
            text.Append(output.Text.TrimEnd()).Append('\n');
        string[] lines = revealed.Count > 0 ? [.. revealed] : text.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return string.Join('\n', lines.Length > MostLines ? [.. lines[..(MostLines - 1)], "…"] : lines);
    }

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    private static bool IsFigure(CellOutput output) => output.Data.GetValueOrDefault("text/html")?.Contains("<script", StringComparison.Ordinal) == true;

    /// <summary>What a prediction's box holds folded until there is a guess.</summary>
    private static string? Revealed(CellOutput output)
    {
        if (output.Data.GetValueOrDefault("text/html") is not { } html || !html.Contains("<details data-answer", StringComparison.Ordinal))
            return null;
        var folded = new HtmlParser().ParseDocument(html).QuerySelector("details[data-answer]");
        folded?.QuerySelector("summary")?.Remove();
        return folded?.TextContent.Trim();
    }

    [GeneratedRegex(@"^\*\*(Predict|Question):\*\*(?<text>.*?)(?=\n[ \t]*\n|\z)", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Paragraph();

    [GeneratedRegex(@"\*\*Exercise (?<number>\d+)\.\*\*", RegexOptions.ExplicitCapture)]
    private static partial Regex Exercise();

    [GeneratedRegex(@"^(\*\*(Predict|Question):\*\*|\*\*Exercise|\*\*Try this|##? )", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Ends();
}
