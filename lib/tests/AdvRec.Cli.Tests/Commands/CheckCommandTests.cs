using AdvRec.Cli.Checks;

namespace AdvRec.Cli.Tests.Commands;

/// <summary><c>advrec check</c> on laptops that are made up: a home folder each.</summary>
public sealed class CheckCommandTests(SampleCourse course) : IDisposable
{
    private const string Polyglot = "ms-dotnettools.dotnet-interactive-vscode";
    private readonly TemporaryFolder _home = new();
    private readonly Dictionary<string, string> _variables = [];

    public void Dispose() => _home.Dispose();

    [Fact]
    public void A_laptop_without_an_editor_is_told_what_to_install()
    {
        var editor = Line("editor");

        Assert.Equal((CheckState.Missing, CheckState.NotNeeded, CheckState.NotNeeded), (editor.State, Line("kernel").State, Line("Polyglot").State));
        Assert.Contains("code --install-extension ms-toolsai.jupyter", editor.ToDo, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(".config/Code")]
    [InlineData("Library/Application Support/Code")]
    [InlineData("AppData/Roaming/Code - Insiders")]
    [InlineData(".local/share/code-server")]
    public void Polyglots_manifest_beside_the_folder_where_it_looks_is_found_and_the_advice_mends_it(string editor)
    {
        Extension("ms-toolsai.jupyter-2026.1.0", Polyglot + "-1.0.7120010");
        Assert.Equal(CheckState.NotNeeded, Line("Polyglot").State);

        var storage = $"{editor}/User/globalStorage/{Polyglot}";
        File("{}", storage, "dotnet-tools.json");
        var broken = Line("Polyglot");
        Directory.CreateDirectory(_home.At($"{storage}/.config"));
        System.IO.File.Move(_home.At($"{storage}/dotnet-tools.json"), _home.At($"{storage}/.config/dotnet-tools.json"));

        Assert.Equal(CheckState.Missing, broken.State);
        Assert.Contains("move the file into it", broken.ToDo, StringComparison.Ordinal);
        Assert.Equal((CheckState.Ready, CheckState.Ready, CheckState.NotNeeded), (Line("Polyglot").State, Line("editor").State, Line("kernel").State));
    }

    [Fact]
    public void The_jupyter_extension_alone_needs_a_kernel_whose_program_is_on_the_path()
    {
        Extension("ms-toolsai.jupyter-2026.1.0-linux-x64");
        var without = Line("kernel");
        File("""{"argv":["dotnet","interactive","jupyter","{connection_file}"]}""", ".local/share/jupyter/kernels/.net-csharp", "kernel.json");
        var notInstalled = Line("kernel");
        File("", ".dotnet/tools", "dotnet-interactive");
        var notOnPath = Line("kernel");
        _variables["PATH"] = _home.At(".dotnet/tools");

        Assert.All([without, notInstalled, notOnPath], line => Assert.Equal(CheckState.Missing, line.State));
        Assert.Contains("dotnet interactive jupyter install", without.ToDo, StringComparison.Ordinal);
        Assert.Contains("not installed", notInstalled.Found, StringComparison.Ordinal);
        Assert.Contains($"add {_home.At(".dotnet/tools")} to the PATH", notOnPath.ToDo, StringComparison.Ordinal);
        Assert.Equal(CheckState.Ready, Line("kernel").State);
    }

    [Theory]
    [InlineData("not JSON")]
    [InlineData("{}")]
    [InlineData("""{"argv":[]}""")]
    [InlineData("""{"argv":["/no/such/dotnet"]}""")]
    public void A_kernel_that_starts_nothing_is_not_ready(string specification)
    {
        _variables["JUPYTER_DATA_DIR"] = _home.At("elsewhere");
        File(specification, "elsewhere/kernels/.net-csharp", "kernel.json");

        Assert.Equal(CheckState.Missing, Line("kernel").State);
    }

    [Fact]
    public void An_uninstalled_extension_and_one_of_a_longer_name_do_not_count()
    {
        Extension("datafication.verso-notebook-1.0.0", "ms-toolsai.jupyter-keymap-1.1.2");
        Assert.Equal(CheckState.Ready, Line("editor").State);

        File("""{"datafication.verso-notebook-1.0.0":true}""", ".vscode/extensions", ".obsolete");

        Assert.Equal(CheckState.Missing, Line("editor").State);
    }

    [Fact]
    public void A_course_that_is_not_built_or_was_moved_is_told_what_to_build()
    {
        Directory.CreateDirectory(_home.At("notebooks"));
        var check = new CourseCheck(_home.Path);
        var before = check.Built();
        File("#!csharp\n#r \"/gone/AdvRec.Notebooks.dll\"\nusing AdvRec.Data;", "notebooks", "lib.dib");
        var moved = check.Built();
        File("", ".", "a library.dll");
        File($"#!csharp\n#r \"{_home.At("a library.dll")}\"", "notebooks", "lib.dib");

        Assert.Equal((CheckState.Missing, CheckState.Missing, CheckState.Ready), (before.State, moved.State, check.Built().State));
        Assert.Contains("/gone/AdvRec.Notebooks.dll, which is not there", moved.Found, StringComparison.Ordinal);
        Assert.All([before, moved], line => Assert.Contains("dotnet build lib/AdvRec.Notebooks -c Release", line.ToDo, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Outside_of_a_course_nothing_has_to_be_built_and_a_cell_runs_all_the_same()
    {
        var check = new CourseCheck(null);

        Assert.Equal(CheckState.NotNeeded, check.Built().State);
        Assert.Equal(CheckState.Ready, (await check.CellAsync(built: false, TestContext.Current.CancellationToken)).State);
    }

    [Fact]
    public async Task Every_line_is_printed_and_the_exit_code_says_whether_all_is_there()
    {
        Extension("datafication.verso-notebook-1.0.0");
        var home = ("HOME", _home.Path);
        var notBuilt = await CommandProcess.RunAsync(_home.Path, home, "check");
        var folder = new TemporaryFolder();
        var noEditor = await CommandProcess.RunAsync(course.Folder, ("HOME", folder.Path), "check");
        folder.Dispose();

        Assert.All(["SDK", "build", "data", "editor", "kernel", "Polyglot", "one cell"], name => Assert.Contains(name, notBuilt.Output, StringComparison.Ordinal));
        Assert.Contains("ok       editor    VS Code with datafication.verso-notebook", notBuilt.Output, StringComparison.Ordinal);
        Assert.Equal(1, noEditor.ExitCode);
        Assert.Contains("MISSING  editor", noEditor.Output, StringComparison.Ordinal);
        Assert.Equal("", noEditor.Error);
        Assert.Matches(@"Not ready: \d to see to\.\n$", noEditor.Output);
    }

    private CheckResult Line(string name) =>
        EditorCheck.Run(new UserFolders(_home.Path, variable => _variables.GetValueOrDefault(variable))).Single(line => line.Name == name);

    private void Extension(params string[] names)
    {
        foreach (var name in names)
            Directory.CreateDirectory(_home.At($".vscode/extensions/{name}"));
    }

    private void File(string text, string folder, string name)
    {
        Directory.CreateDirectory(_home.At(folder));
        _home.Write(Path.Combine(folder, name), text);
    }
}
