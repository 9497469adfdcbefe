using System.Text.Json;
using AdvRec.Cli.Commands;
using AdvRec.Cli.Tests.Commands;

namespace AdvRec.Cli.Tests.Course;

/// <summary>One run of all notebooks, solutions included.</summary>
internal sealed class CourseReport : IDisposable
{
    private readonly TemporaryFolder _folder;

    private CourseReport(TemporaryFolder folder, CommandProcess.Result result) => (_folder, Result) = (folder, result);

    public CommandProcess.Result Result { get; }

    public static async Task<CourseReport> MakeAsync(string dataset)
    {
        var folder = new TemporaryFolder();
        var result = await CommandProcess.RunAsync(Repository.Find(), ["report", .. CourseFiles.All, "--dataset", dataset, "--output", folder.Path]);
        return new(folder, result);
    }

    public string Page(string name) => _folder.At(name + ".html");

    /// <summary>All that a notebook's cells show, as text; plots and tables as their text alternative.</summary>
    public string Text(string name)
    {
        using var notebook = JsonDocument.Parse(File.ReadAllText(_folder.At(name + ".ipynb")));
        return string.Join('\n', notebook.RootElement.GetProperty("cells").EnumerateArray()
            .Where(cell => cell.TryGetProperty("outputs", out _))
            .SelectMany(cell => cell.GetProperty("outputs").EnumerateArray())
            .Select(output => output.TryGetProperty("text", out var text) ? text : output.TryGetProperty("data", out var data) ? data.GetProperty("text/plain") : default)
            .Where(text => text.ValueKind == JsonValueKind.Array)
            .Select(text => string.Concat(text.EnumerateArray().Select(line => line.GetString()))));
    }

    public void Dispose() => _folder.Dispose();
}
