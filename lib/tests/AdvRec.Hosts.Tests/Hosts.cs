namespace AdvRec.Hosts.Tests;

/// <summary>The hosts' own engines, without an editor.</summary>
internal static class Hosts
{
    private static readonly Dictionary<string, string> s_plain = [];

    /// <summary>dotnet-repl, started where the notebook lies.</summary>
    public static Task ReplAsync(string notebook, string target, IReadOnlyDictionary<string, string>? environment = null) => HostProgram.RunAsync(
        Path.GetDirectoryName(notebook)!, environment ?? s_plain, "dotnet",
        Places.Tool("dotnet-repl", "dotnet-repl.dll"), "--run", Path.GetFileName(notebook), "--exit-after-run", "--output-format", "ipynb", "--output-path", target);

    /// <summary>The .NET kernel under Jupyter's own client, with nothing installed but into a folder of the test's.</summary>
    /// <param name="ipynb">Its outputs are thrown away first.</param>
    /// <param name="target">Where the executed notebook goes.</param>
    /// <param name="times">How often it runs from top to bottom in one session.</param>
    /// <param name="environment">Variables to set.</param>
    public static async Task JupyterAsync(string ipynb, string target, int times = 1, IReadOnlyDictionary<string, string>? environment = null)
    {
        var data = Directory.CreateDirectory(target + "-jupyter").FullName;
        var kernel = Directory.CreateDirectory(Path.Combine(data, "kernels", ".net-csharp")).FullName;
        var argv = new[] { "dotnet", Places.Tool("microsoft.dotnet-interactive", "Microsoft.DotNet.Interactive.App.dll"), "jupyter", "--default-kernel", "csharp", "{connection_file}", "--http-port-range", "2048-3000" };
        File.WriteAllText(Path.Combine(kernel, "kernel.json"), System.Text.Json.JsonSerializer.Serialize(new { argv, display_name = ".NET (C#)", language = "C#" }));
        var variables = new Dictionary<string, string>(environment ?? s_plain) { ["JUPYTER_DATA_DIR"] = data, ["JUPYTER_RUNTIME_DIR"] = Path.Combine(data, "runtime") };
        await HostProgram.RunAsync(
            Path.GetDirectoryName(ipynb)!, variables, Places.Python,
            Path.Combine(AppContext.BaseDirectory, "jupyter.py"), ipynb, target, Path.GetDirectoryName(ipynb)!, $"{times}");
    }
}
