using System.Text.Json;
using System.Text.RegularExpressions;
using AdvRec.Cli.Commands;
using AdvRec.Cli.Tests.Commands;

namespace AdvRec.Cli.Tests.Course;

/// <summary>All notebooks with other numbers in their cells, run by the real command line: what a curious reader does.</summary>
internal sealed class ChangedCourse : IDisposable
{
    /// <summary>A parameter as notebooks set it, and the value that is tried instead.</summary>
    private static readonly (string Name, string Value)[] s_changed =
    [
        ("epochs", "2"), ("moreEpochs", "2"), ("adversarialEpochs", "2"), ("longEpochs", "6"), ("studyEpochs", "10"), ("seeds", "3"), ("longSeeds", "3"), ("studySeeds", "2"),
        ("draws", "2"), ("steps", "3"), ("topK", "7"), ("epsilon", "0.3f"), ("share", "0.35f"), ("fakes", "10"), ("targets", "3"), ("weight", "0.5f"), ("seed", "11"),
    ];

    private readonly TemporaryFolder _folder = new();

    private ChangedCourse()
    {
    }

    public CommandProcess.Result Result { get; private set; } = null!;

    /// <param name="dataset">Name or folder; null for a folder that <paramref name="write"/> fills.</param>
    /// <param name="write">Writes the files of a data set into a folder.</param>
    /// <param name="more">What else to change in the cells: pattern and replacement.</param>
    public static async Task<ChangedCourse> RunAsync(string? dataset, Action<string>? write, params (string Pattern, string Replacement)[] more)
    {
        var course = new ChangedCourse();
        var notebooks = Directory.CreateDirectory(course._folder.At("notebooks")).FullName;
        File.Copy(Path.Combine(Repository.Find(), "notebooks", "lib.dib"), Path.Combine(notebooks, "lib.dib"));
        foreach (var path in CourseFiles.Notebooks.Append(Path.Combine(Repository.Find(), "notebooks", "hands-on.dib")))
            await File.WriteAllTextAsync(Path.Combine(notebooks, Path.GetFileName(path)), Changed(await File.ReadAllTextAsync(path), more));
        if (write is not null)
        {
            dataset = Directory.CreateDirectory(course._folder.At("own")).FullName;
            write(dataset);
        }

        course.Result = await CommandProcess.RunAsync(notebooks, ["report", .. Directory.GetFiles(notebooks, "*.dib").Where(path => !path.EndsWith("lib.dib", StringComparison.Ordinal)), "--dataset", dataset!, "--output", course._folder.At("reports")]);
        return course;
    }

    /// <summary>What every notebook's cells show as text; of an error its first line.</summary>
    public IEnumerable<(string Notebook, int Cell, string Text, bool IsError)> Outputs()
    {
        foreach (var path in Directory.GetFiles(_folder.At("reports"), "*.ipynb").Order(StringComparer.Ordinal))
        {
            using var notebook = JsonDocument.Parse(File.ReadAllText(path));
            foreach (var (at, cell) in notebook.RootElement.GetProperty("cells").EnumerateArray().Index().Where(cell => cell.Item.TryGetProperty("outputs", out _)))
            {
                foreach (var output in cell.GetProperty("outputs").EnumerateArray())
                {
                    var isError = output.GetProperty("output_type").GetString() == "error";
                    var text = isError ? output.GetProperty("evalue").GetString()!
                        : output.TryGetProperty("text", out var stream) ? Joined(stream)
                        : output.GetProperty("data").TryGetProperty("text/plain", out var plain) ? Joined(plain) : "";
                    yield return (Path.GetFileNameWithoutExtension(path), at, text, isError);
                }
            }
        }
    }

    public void Dispose() => _folder.Dispose();

    private static string Changed(string notebook, (string Pattern, string Replacement)[] more)
    {
        foreach (var (name, value) in s_changed)
            notebook = Regex.Replace(notebook, $@"(?m)(?<=^(?:ulong|int|float)\b[^\n]*\b{name} = )[\d.f]+", value);
        foreach (var (pattern, replacement) in more)
            notebook = Regex.Replace(notebook, pattern, replacement);
        return notebook;
    }

    private static string Joined(JsonElement text) => text.ValueKind == JsonValueKind.Array ? string.Concat(text.EnumerateArray().Select(line => line.GetString())) : text.GetString() ?? "";
}
