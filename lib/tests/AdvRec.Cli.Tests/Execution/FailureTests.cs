using AdvRec.Cli.Notebooks;
using AdvRec.Cli.Running;
using AdvRec.Runner.Protocol;

namespace AdvRec.Cli.Tests.Execution;

public sealed class FailureTests
{
    [Fact]
    public async Task A_compiler_error_names_cell_line_and_column_and_the_rest_goes_on()
    {
        var cells = await Run.CellsAsync("var x = 1;", "x\n  + missing", "x");

        Assert.Equal(["Error:cell 2, line 2, column 5: CS0103: The name 'missing' does not exist in the current context"], cells[1].Texts());
        Assert.Equal(CellState.Failed, cells[1].State);
        Assert.Equal(["Result:1"], cells[2].Texts());
    }

    [Fact]
    public async Task An_exception_is_shown_with_the_lines_of_its_cells_and_without_the_runner()
    {
        var cells = await Run.CellsAsync(
            "int Halved(int n)\n{\n    return n % 2 == 0 ? n / 2 : throw new ArgumentException(\"odd\");\n}",
            "var before = 1;\nawait Task.Yield();\nHalved(3)",
            "before");

        Assert.Equal(["Error:System.ArgumentException: odd\n   at Halved(Int32 n) in cell 1, line 3\n   at cell 2, line 3"], cells[1].Texts());
        Assert.Equal(["Result:1"], cells[2].Texts());
    }

    [Fact]
    public async Task What_fails_for_want_of_an_earlier_cells_value_says_which()
    {
        var cells = await Run.CellsAsync(
            "var there = \"there\";\nstring[] names = int.Parse(\"x\") == 0 ? [] : [\"a\"];",
            "var first = names[0];",
            "first.Length",
            "there",
            "var twice = missing + 1;\nint Halved(int n) => n / 2;",
            "Halved(3)",
            "int Halved(int n) => n / 2;",
            "Halved(3)",
            "string none = null;\nnone.Length");

        Assert.StartsWith("Error:System.FormatException: ", cells[0].Texts().Single(), StringComparison.Ordinal);
        Assert.Equal(["Error:cell 2: not run: needs 'names' of cell 1, which failed"], cells[1].Texts());
        Assert.Equal(["Error:cell 3: not run: needs 'first' of cell 2, which failed"], cells[2].Texts());
        Assert.Equal(["Result:there"], cells[3].Texts());
        Assert.Equal(["Error:cell 6: not run: needs 'Halved' of cell 5, which failed"], cells[5].Texts());
        Assert.Equal(["Result:1"], cells[7].Texts());
        Assert.StartsWith("Error:System.NullReferenceException: ", cells[8].Texts().Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Thousands_of_brackets_within_brackets_fail_their_cell_and_the_rest_goes_on()
    {
        string[] pieces = ["(int a,(", "$\"{", "a switch{_=>", "f<(", "a<b,", "["];
        var cells = await Run.CellsAsync([.. pieces.Select(piece => string.Concat(Enumerable.Repeat(piece, 5000))), string.Concat(Enumerable.Repeat("(", 200)) + "1" + new string(')', 200), "2"]);

        Assert.All(cells.Take(pieces.Length), cell => Assert.Matches(@"^Error:cell \d: brackets are nested more than 250 deep, too deeply for the compiler\.$", Assert.Single(cell.Texts())));
        Assert.Equal([["Result:1"], ["Result:2"]], cells.Skip(pieces.Length).Select(cell => cell.Texts()));
    }

    [Fact]
    public async Task So_does_what_fails_for_want_of_a_value_inside_an_earlier_function()
    {
        var cells = await Run.CellsAsync(
            "string[] names = int.Parse(\"x\") == 0 ? [] : [\"a\"];\nstring First() => names.First();",
            "int Length() => First().Length;\nint Count(string[] names) => names.Count();",
            "Length()",
            "Count(null)");

        Assert.Equal(["Error:cell 3: not run: needs 'names' of cell 1, which failed"], cells[2].Texts());
        Assert.StartsWith("Error:System.ArgumentNullException: ", cells[3].Texts().Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Causes_are_shown_too()
    {
        var cells = await Run.CellsAsync("throw new InvalidOperationException(\"outer\", new ArgumentException(\"inner\"));");

        Assert.Equal(["Error:System.InvalidOperationException: outer\n   at cell 1, line 1\ncaused by System.ArgumentException: inner"], cells[0].Texts());
    }

    [Theory]
    [InlineData("1\n#!nosuch", "cell 1, line 2, column 1: DNI101: Unknown magic command '#!nosuch'")]
    [InlineData("#!import", "cell 1, line 1, column 1: DNI104: Missing required parameter '--file'")]
    public async Task Magic_commands_that_cannot_work_fail_by_name(string code, string message)
    {
        var cells = await Run.CellsAsync(code);

        Assert.Equal([$"Error:{message}"], cells[0].Texts());
    }

    [Fact]
    public async Task Languages_that_cannot_be_run_fail_by_name()
    {
        using var folder = new TemporaryFolder();
        var notebook = await Run.FileAsync(folder.Write("x.dib", "#!fsharp\nlet x = 1\n#!csharp\n1"));

        Assert.Equal(["Error:cell 1: cells in 'fsharp' cannot be run here, only csharp, html, value and mermaid (as text). The .NET kernel can, in VS Code or Jupyter."],
            notebook.Cells[0].Texts());
        Assert.Equal(["Result:1"], notebook.Cells[1].Texts());
    }

    [Fact]
    public async Task A_runaway_cell_is_ended_and_what_came_before_is_kept()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("x.dib", "#!csharp\n1\n#!csharp\nConsole.WriteLine(\"looping\");\nwhile (true) System.Threading.Thread.Sleep(1);\n#!csharp\n3");

        var notebook = await Run.FileAsync(path, cellSeconds: 20);

        Assert.Equal(["Result:1"], notebook.Cells[0].Texts());
        Assert.Equal(["StandardOutput:looping", "Error:The cell took longer than 20 s and was ended; the cells after it did not run. '--timeout SECONDS' sets another limit."],
            notebook.Cells[1].Texts());
        Assert.Equal([CellState.Succeeded, CellState.Failed, CellState.NotRun], notebook.Cells.Select(cell => cell.State));
    }

    // The load of a busy machine, made certain: nobody takes what the notebook shows for longer than a cell may take.
    [Fact]
    public async Task The_time_of_a_cell_is_its_own_however_late_what_it_shows_is_read()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("x.dib", "#!csharp\nfor (var i = 0; i < 2; i++) display(new string('x', 4_000_000));\n"
            + string.Concat(Enumerable.Repeat("#!csharp\nSystem.Threading.Thread.Sleep(1000);\n", 3)));
        var busy = true;

        var notebook = await NotebookProcess.RunAsync(Notebook.Load(path), new(TimeSpan.FromSeconds(12), "small"), ReadLate, TestContext.Current.CancellationToken);

        Assert.False(busy);
        Assert.All(notebook.Cells, cell => Assert.Equal((CellState.Succeeded, ""), (cell.State, cell.Outputs.LastOrDefault(output => output.Kind == OutputKind.Error)?.Text ?? "")));
        Assert.All(notebook.Cells.Skip(1).Zip(notebook.Cells.Skip(2)), pair => Assert.InRange((pair.Second.Started - pair.First.Started)!.Value.TotalSeconds, 1, 12));

        void ReadLate(RunEvent runEvent)
        {
            if (busy && runEvent is OutputProduced)
                Thread.Sleep(TimeSpan.FromSeconds(16));
            busy &= runEvent is not OutputProduced;
        }
    }

    [Theory]
    [InlineData("Environment.Exit(7);", "exit code 7")]
    [InlineData("Environment.FailFast(\"gone\");", "exit code 134")]
    public async Task A_cell_that_ends_its_process_is_the_one_that_failed(string code, string reason)
    {
        var cells = await Run.CellsAsync("1", $"Console.WriteLine(\"before\");\n{code}", "3");

        Assert.Equal("StandardOutput:before", cells[1].Texts().First());
        Assert.StartsWith($"Error:The notebook's process ended with {reason}", cells[1].Texts().Last(), StringComparison.Ordinal);
        Assert.Equal([CellState.Succeeded, CellState.Failed, CellState.NotRun], cells.Select(cell => cell.State));
    }

    [Fact]
    public async Task A_process_that_dies_while_it_sends_an_output_leaves_what_it_sent_before()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux lists what a process has open.");
        var cells = await Run.CellsAsync("1", """
            using System.IO;
            foreach (var file in Directory.GetFiles("/proc/self/fd"))
            {
                if (File.ResolveLinkTarget(file, false)?.Name.StartsWith("socket:") != true) continue;
                // One of them is the pipe; the others are not connected.
                using var socket = new System.Net.Sockets.Socket(new System.Net.Sockets.SafeSocketHandle(int.Parse(Path.GetFileName(file)), ownsHandle: false));
                try { socket.Send("{\"event\":\"output\",\"cell\":1,\"outp"u8); } catch (System.Net.Sockets.SocketException) { }
            }
            System.Diagnostics.Process.GetCurrentProcess().Kill();
            """, "2");

        Assert.Equal(["Result:1"], cells[0].Texts());
        Assert.Equal(CellState.Failed, cells[1].State);
        Assert.Contains("The notebook's process ended", cells[1].Outputs[^1].Text, StringComparison.Ordinal);
        Assert.Equal(CellState.NotRun, cells[2].State);
    }

    [Fact]
    public async Task What_bypasses_the_console_does_not_garble_the_run()
    {
        var cells = await Run.CellsAsync("using (var raw = Console.OpenStandardOutput()) raw.Write(Encoding.UTF8.GetBytes(\"{\\\"event\\\":\\\"finished\\\"}\\n\"));\n2");

        Assert.Equal(CellState.Succeeded, cells[0].State);
        Assert.Equal(["Result:2", "StandardError:{\"event\":\"finished\"}"], cells[0].Texts());
    }

    [Fact]
    public async Task Threads_left_running_do_not_keep_the_notebook()
    {
        var cells = await Run.CellsAsync("new System.Threading.Thread(() => System.Threading.Thread.Sleep(-1)).Start();\n1");

        Assert.Equal(["Result:1"], cells[0].Texts());
    }

    // Several at once, since it takes a reader that falls behind.
    [Fact]
    public async Task A_cell_that_keeps_the_thread_pool_busy_does_not_hold_back_what_is_shown()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("x.dib", """
            #!csharp
            for (var i = 0; i < 16; i++) _ = Task.Run(() => System.Threading.Thread.Sleep(-1));
            for (var i = 0; i < 40; i++) { display(new string('x', 240_000)); System.Threading.Thread.Sleep(i % 3); }
            """);

        var notebooks = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Run.FileAsync(path, cellSeconds: 30)));

        Assert.All(notebooks, notebook => Assert.Equal((CellState.Succeeded, 40), (notebook.Cells[0].State, notebook.Cells[0].Outputs.Count)));
    }
}
