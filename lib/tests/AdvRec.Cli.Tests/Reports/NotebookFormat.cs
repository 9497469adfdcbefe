using System.Diagnostics;

namespace AdvRec.Cli.Tests.Reports;

/// <summary>Jupyter's own reader (Debian's python3-nbformat) as judge of notebooks. Without it, tests are skipped and say so; in CI they fail.</summary>
internal static class NotebookFormat
{
    private const string Python = "/usr/bin/python3";
    private const string Validate = "import sys, nbformat; nbformat.validate(nbformat.read(sys.argv[1], as_version=nbformat.NO_CONVERT))";

    /// <returns>What the judge complains about; empty if nothing.</returns>
    public static async Task<string> ComplaintsAsync(string path)
    {
        if (!File.Exists(Python) || (await RunAsync("import nbformat")).Length > 0)
        {
            const string Missing = "Jupyter's nbformat is not on this machine; install the distribution's package 'python3-nbformat'.";
            Assert.SkipUnless(Environment.GetEnvironmentVariable("CI") == "true", Missing);
            Assert.Fail(Missing);
        }

        return await RunAsync(Validate, path);
    }

    private static async Task<string> RunAsync(string script, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(Python, ["-c", script, .. arguments]) { RedirectStandardError = true })!;
        var error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return process.ExitCode == 0 ? "" : error;
    }
}
