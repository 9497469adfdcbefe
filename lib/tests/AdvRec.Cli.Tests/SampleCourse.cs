using AdvRec.Cli.Tests;
using AdvRec.Cli.Tests.Commands;

[assembly: AssemblyFixture(typeof(SampleCourse))]

namespace AdvRec.Cli.Tests;

/// <summary>A course of two notebooks and its report, made once by the real command line for all tests that look at pages.</summary>
public sealed class SampleCourse : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    public string Folder => _folder.Path;

    public string Reports => _folder.At("reports");

    internal CommandProcess.Result Result { get; private set; } = null!;

    public string Page(string name = "01-first.html") => File.ReadAllText(Path.Combine(Reports, name));

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(_folder.At("lib"));
        _folder.Write(Path.Combine("lib", "AdvRec.slnx"), "<Solution />");
        Directory.CreateDirectory(_folder.At("notebooks"));
        foreach (var name in new[] { "01-first.dib", "02-second.dib", "lib.dib", "dot.png" })
            File.Copy(Path.Combine(AppContext.BaseDirectory, "Samples", name), Path.Combine(_folder.At("notebooks"), name));
        Result = await CommandProcess.RunAsync(Folder, "report");
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
