using System.Text.Json;
using AdvRec.Cli.Commands;
using AdvRec.Cli.Tests.Commands;

namespace AdvRec.Cli.Tests.Course;

/// <summary>The report of the course's hands-on, made once for all tests that look at it.</summary>
public sealed class HandsOnReport : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    public string Page => _folder.At("hands-on.html");

    /// <summary>What all cells show, as text.</summary>
    public string Text { get; private set; } = "";

    internal CommandProcess.Result Result { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var root = Repository.Find();
        Result = await CommandProcess.RunAsync(root, "report", Path.Combine(root, "notebooks", "hands-on.dib"), "--output", _folder.Path);
        var notebook = JsonDocument.Parse(File.ReadAllText(_folder.At("hands-on.ipynb"))).RootElement;
        Text = string.Concat(notebook.GetProperty("cells").EnumerateArray()
            .Where(cell => cell.TryGetProperty("outputs", out _))
            .SelectMany(cell => cell.GetProperty("outputs").EnumerateArray())
            .Where(output => output.TryGetProperty("text", out _))
            .SelectMany(output => output.GetProperty("text").EnumerateArray())
            .Select(line => line.GetString()));
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
