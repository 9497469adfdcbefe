using AdvRec.Cli.Commands;
using AdvRec.Cli.Notebooks;

namespace AdvRec.Cli.Tests.Course;

/// <summary>The files of the course: its notebooks, each with its solutions.</summary>
internal static class CourseFiles
{
    private static readonly string s_folder = Path.Combine(Repository.Find(), "notebooks");

    public static IReadOnlyList<string> Notebooks { get; } = [.. Directory.GetFiles(s_folder, "0*.dib").Order(StringComparer.Ordinal)];

    public static IReadOnlyList<string> Solutions { get; } = [.. Directory.GetFiles(Path.Combine(s_folder, "solutions"), "*.dib").Order(StringComparer.Ordinal)];

    /// <summary>Everything that is a notebook and not written by the build.</summary>
    public static IEnumerable<string> All => [.. Repository.Notebooks(), .. Solutions];

    public static string SolutionsOf(string notebook) => Path.Combine(s_folder, "solutions", Path.GetFileNameWithoutExtension(notebook) + "-solutions.dib");

    public static IReadOnlyList<Cell> Cells(string path) => Notebook.Load(path).Cells;

    public static bool IsCheck(Cell cell) => cell.Text.Contains("Exercise.Check", StringComparison.Ordinal);
}
