namespace AdvRec.Hosts.Tests;

/// <summary>Every notebook on the engine of Polyglot Notebooks, headless.</summary>
public sealed class ReplTests
{
    private readonly ReportFixture _report;

    public ReplTests(ReportFixture report)
    {
        Needed.Tool("dotnet-repl", "dotnet-repl.dll");
        _report = report;
    }

    public static TheoryData<string> Notebooks => [.. Places.All.Select(path => Path.GetFileNameWithoutExtension(path))];

    [Theory, MemberData(nameof(Notebooks))]
    public async Task Shows_what_the_report_shows(string name)
    {
        var target = _report.At($"repl-{name}.ipynb");

        await Hosts.ReplAsync(Places.All.Single(path => Path.GetFileNameWithoutExtension(path) == name), target);

        Same.AsReport(await _report.IpynbAsync(name), target);
    }

    [Fact]
    public async Task Library_and_notebook_may_lie_in_folders_with_blanks_and_umlauts()
    {
        var folder = Directory.CreateDirectory(_report.At("Kurs für Anfänger")).FullName;
        var library = Path.Combine(folder, "die Bibliothek");
        Copy(Places.Built("AdvRec.Notebooks"), library);
        var lib = File.ReadAllText(Path.Combine(Places.Notebooks, "lib.dib"));
        File.WriteAllText(Path.Combine(folder, "lib.dib"), lib.Replace(Places.Built("AdvRec.Notebooks").Replace('\\', '/'), library.Replace('\\', '/'), StringComparison.Ordinal));
        var notebook = Path.Combine(folder, "mein Versuch.dib");
        File.Copy(Path.Combine(Places.Notebooks, "03-attack.dib"), notebook);

        await Hosts.ReplAsync(notebook, _report.At("blanks.ipynb"), new Dictionary<string, string> { ["ADVREC_DATA"] = Path.Combine(Places.Repository, "data") });

        Assert.Contains("die Bibliothek/AdvRec.Notebooks.dll", File.ReadAllText(Path.Combine(folder, "lib.dib")), StringComparison.Ordinal);
        Same.AsReport(await _report.IpynbAsync("03-attack"), _report.At("blanks.ipynb"));
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(from))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        foreach (var folder in Directory.GetDirectories(from))
            Copy(folder, Path.Combine(to, Path.GetFileName(folder)));
    }
}
