using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using AdvRec.Cli.Notebooks;
using AdvRec.Cli.Running;
using AdvRec.Data;

namespace AdvRec.Cli.Checks;

/// <summary>Can this laptop run the course: SDK, build, data, one cell?</summary>
/// <param name="Course">The course's folder; null outside of one.</param>
internal sealed partial record CourseCheck(string? Course)
{
    private const string Build = "dotnet build lib/AdvRec.Notebooks -c Release";

    private string? LibraryFile => Course is null ? null : Path.Combine(Course, "notebooks", "lib.dib");

    /// <summary>What <c>dotnet</c> on the PATH is, where the course's global.json counts.</summary>
    public async Task<CheckResult> SdkAsync(CancellationToken cancellation)
    {
        const string name = "SDK", install = "install the .NET 10 SDK: https://dotnet.microsoft.com/download/dotnet/10.0";
        var start = new ProcessStartInfo("dotnet", ["--version"]) { WorkingDirectory = Course ?? Environment.CurrentDirectory, RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            using var process = Process.Start(start)!;
            var (output, error) = (process.StandardOutput.ReadToEndAsync(cancellation), process.StandardError.ReadToEndAsync(cancellation));
            await process.WaitForExitAsync(cancellation);
            _ = await error;
            var version = (await output).Trim();
            return process.ExitCode == 0 && Version.TryParse(version.Split('-')[0], out var number) && number.Major >= 10
                ? CheckResult.Ready(name, $"dotnet {version}")
                : CheckResult.Missing(name, process.ExitCode == 0 ? $"dotnet {version} is too old" : "dotnet is here, but no SDK that this folder's global.json takes", install);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return CheckResult.Missing(name, "dotnet is not on the PATH", $"{install}; if it is installed, add its folder to the PATH");
        }
    }

    /// <summary>Whether what the build writes is there and leads somewhere.</summary>
    public CheckResult Built()
    {
        const string name = "build";
        if (LibraryFile is null)
            return CheckResult.NotNeeded(name, "not in a course's folder, so there is nothing to build");
        var here = $"in {Course}: {Build}";
        if (!File.Exists(LibraryFile))
            return CheckResult.Missing(name, "notebooks/lib.dib is not written yet", here);
        if (LibraryPath().Match(File.ReadAllText(LibraryFile)) is not { Success: true } reference)
            return CheckResult.Missing(name, "notebooks/lib.dib names no library", here);
        var library = reference.Groups["path"].Value;
        return File.Exists(library)
            ? CheckResult.Ready(name, $"notebooks/lib.dib leads to {library}")
            : CheckResult.Missing(name, $"notebooks/lib.dib leads to {library}, which is not there", here);
    }

    /// <summary>Whether the data set that notebooks will take can be read.</summary>
    public CheckResult Data()
    {
        const string name = "data";
        var chosen = Environment.GetEnvironmentVariable("ADVREC_DATASET") is { Length: > 0 } asked ? asked : Datasets.Shipped;
        if (Course is null && !Datasets.IsAvailable(chosen))
            return CheckResult.NotNeeded(name, $"'{chosen}' is not here; it comes with the course's folder", "`advrec data list` shows what can be fetched");
        try
        {
            return CheckResult.Ready(name, Datasets.Load(chosen).ToString());
        }
        catch (DatasetException exception)
        {
            return CheckResult.Missing(name, exception.Message, Environment.GetEnvironmentVariable("ADVREC_DATASET") is { Length: > 0 } ? "or unset ADVREC_DATASET" : "mend the file, or get the folder `data` of the course anew");
        }
    }

    /// <summary>Runs one cell, with the course's library if it is built.</summary>
    public async Task<CheckResult> CellAsync(bool built, CancellationToken cancellation)
    {
        const string name = "one cell";
        var library = built && Course is not null;
        var folder = library ? Path.Combine(Course!, "notebooks") : Environment.CurrentDirectory;
        string[] code = library ? ["#!import ./lib.dib", "new Triple(0, 1, 2)"] : ["1 + 1"];
        var notebook = new Notebook(Path.Combine(folder, "check.dib"), [.. code.Select((text, at) => new Cell(at + 1, Languages.CSharp, text, at + 1))]);
        var executed = await NotebookProcess.RunAsync(notebook, new(TimeSpan.FromSeconds(60), null), _ => { }, cancellation);
        var seconds = string.Create(CultureInfo.InvariantCulture, $"{executed.Seconds:F1} s");
        return executed.FailedCells.FirstOrDefault() is { } failed
            ? CheckResult.Missing(name, $"did not run: {failed.Outputs[^1].Text.Split('\n')[0]}", $"build again: {Build}")
            : CheckResult.Ready(name, $"ran in {seconds}{(library ? ", with the course's library" : "")}");
    }

    [GeneratedRegex("""^#r "(?<path>[^"]+)"$""", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex LibraryPath();
}
