using AdvRec.Cli.Running;

namespace AdvRec.Cli.Reports;

/// <summary>Predictions without a guess: the library folds their answer, and a page folds what the cells after it show, up to the next text.</summary>
internal static class FoldedAnswers
{
    private const string Folded = "<details data-answer>";

    public static bool IsIn(ExecutedCell cell) => cell.Outputs.Any(output => output.Data.GetValueOrDefault("text/html", "").Contains(Folded, StringComparison.Ordinal));

    /// <summary>Whether the reader is asked something there.</summary>
    public static bool IsAsked(ExecutedCell cell) => cell.Cell.IsCode ? IsIn(cell) : Teaching.Question.IsIn(cell.Cell.Text);

    public static void Open(ExecutedNotebook executed)
    {
        foreach (var cell in executed.Cells)
            cell.Rewrite(html => html.Replace(Folded, "<details data-answer open>", StringComparison.Ordinal));
    }

    /// <summary>The cells whose outputs give an answer away.</summary>
    public static IReadOnlySet<ExecutedCell> Behind(ExecutedNotebook executed)
    {
        var behind = new HashSet<ExecutedCell>();
        var isAsked = false;
        foreach (var cell in executed.Cells)
        {
            if (!cell.Cell.IsCode)
                isAsked = false;
            else if (IsIn(cell))
                isAsked = true;
            else if (isAsked)
                behind.Add(cell);
        }

        return behind;
    }
}
