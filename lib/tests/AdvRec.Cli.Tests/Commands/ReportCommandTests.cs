using System.Diagnostics;
using AdvRec.Cli.Notebooks;
using AdvRec.Cli.Reports;
using AdvRec.Cli.Running;

namespace AdvRec.Cli.Tests.Commands;

public sealed class ReportCommandTests(SampleCourse course)
{
    [Fact]
    public void Without_arguments_all_notebooks_of_the_course_run_but_the_one_that_the_build_writes() =>
        Assert.Equal(["01-first.html", "01-first.ipynb", "02-second.html", "02-second.ipynb", "index.html"],
            Directory.GetFileSystemEntries(course.Reports).Select(Path.GetFileName).Order(StringComparer.Ordinal));

    [Fact]
    public void A_failed_cell_gives_exit_code_1_and_one_line_each_with_file_and_line()
    {
        var notebook = Path.Combine(course.Folder, "notebooks", "02-second.dib");

        Assert.Equal(1, course.Result.ExitCode);
        Assert.Equal(
            [
                $"advrec: {notebook}, line 3: cell 1 failed: System.ArgumentException: odd <b>number</b>",
                $"advrec: {notebook}, line 8: cell 2 failed: cell 2, line 1, column 5: CS0103: The name 'missing' does not exist in the current context",
            ],
            course.Result.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void Without_a_terminal_each_notebook_is_one_line_and_the_last_is_a_link_to_the_pages()
    {
        var lines = course.Result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal).ToList();

        Assert.Equal(3, lines.Count);
        Assert.Matches(@"^01-first: 12 cells in [\d.]+ (m?s|min \d\d s) -> reports/01-first\.html$", lines[0]);
        Assert.Matches(@"^02-second: 3 cells in [\d.]+ (m?s|min \d\d s) -> reports/02-second\.html$", lines[1]);
        Assert.Equal($"The pages: {new Uri(Path.Combine(course.Reports, "index.html")).AbsoluteUri}", lines[2]);
    }

    [Fact]
    public async Task Where_all_is_well_the_exit_code_is_0_and_stderr_is_empty()
    {
        using var folder = new TemporaryFolder();
        folder.Write("fine.dib", "#!csharp\nEnvironment.GetEnvironmentVariable(\"ADVREC_DATASET\")");

        var result = await CommandProcess.RunAsync(folder.Path, "report", "fine.dib", "--output", "a/b", "--dataset", "movielens-small");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Equal(["fine.html", "fine.ipynb", "index.html"], Directory.GetFileSystemEntries(folder.At("a/b")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Contains(">movielens-small</pre>", File.ReadAllText(folder.At("a/b/fine.html")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_picture_that_was_drawn_for_a_notebook_is_its_picture_on_the_index()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.At("images"));
        folder.Write("images/mine.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><title>By hand</title><script>window.attacked = true</script></svg>");
        folder.Write("mine.dib", "#!markdown\n# Mine\n\nA paragraph.");

        await CommandProcess.RunAsync(folder.Path, "report", "mine.dib");

        var index = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(File.ReadAllText(folder.At("reports/index.html")));
        Assert.Equal("By hand", index.QuerySelector(".thumbnail svg title")?.TextContent);
        Assert.Null(index.QuerySelector(".thumbnail script"));
    }

    [Theory]
    [InlineData("", "index.html, mine-solutions.html, mine-solutions.ipynb, mine.html, mine.ipynb")]
    [InlineData("--no-solutions", "index.html, mine.html, mine.ipynb")]
    public async Task Solutions_are_made_with_their_notebook_and_linked_both_ways_unless_they_are_left_out(string option, string files)
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.At("solutions"));
        folder.Write("mine.dib", "#!markdown\n# Mine\n\nHere are the [solutions](solutions/mine-solutions.dib).");
        folder.Write(Path.Combine("solutions", "mine-solutions.dib"), "#!markdown\n# Solutions\n\nOf [my notebook](../mine.dib).");

        await CommandProcess.RunAsync(folder.Path, ["report", "mine.dib", "--output", "out", .. option.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);

        Assert.Equal(files, string.Join(", ", Directory.GetFiles(folder.At("out")).Select(Path.GetFileName).Order(StringComparer.Ordinal)));
        var isThere = option.Length == 0;
        Assert.True(!isThere || File.ReadAllText(folder.At("out/mine.html")).Contains("href=\"mine-solutions.html\"", StringComparison.Ordinal));
        Assert.Equal(isThere, File.ReadAllText(folder.At("out/index.html")).Contains("href=\"mine-solutions.html\"", StringComparison.Ordinal));
        Assert.True(!isThere || File.ReadAllText(folder.At("out/mine-solutions.html")).Contains("href=\"mine.html\"", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", "<details data-answer=\"\"><summary>")]
    [InlineData("--answers", "<details data-answer=\"\" open=\"\"><summary>")]
    public async Task Answers_are_folded_unless_they_are_asked_for(string option, string markup)
    {
        using var folder = new TemporaryFolder();
        folder.Write("asks.dib", "#!html\n<details data-answer><summary>Show</summary>19 %</details>\n#!csharp\n\"19\"");

        await CommandProcess.RunAsync(folder.Path, ["report", "asks.dib", "--output", "out", .. option.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);

        var page = File.ReadAllText(folder.At("out/asks.html"));
        Assert.Contains(markup, page, StringComparison.Ordinal);
        Assert.Equal(option.Length == 0, page.Contains("<details class=\"after-guess\">", StringComparison.Ordinal));
        Assert.Equal(option.Length == 0, page.Contains("<details class=\"code\"><summary>Cell 1 ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Reproducible_reports_are_the_same_to_the_byte()
    {
        await CommandProcess.RunAsync(course.Folder, "report", "--reproducible", "--output", "a");
        await CommandProcess.RunAsync(course.Folder, "report", "--reproducible", "--output", "b");

        var files = Directory.GetFiles(Path.Combine(course.Folder, "a")).Select(file => Path.GetFileName(file)).ToList();
        Assert.Equal(5, files.Count);
        Assert.All(files, file => Assert.Equal(File.ReadAllText(Path.Combine(course.Folder, "a", file)), File.ReadAllText(Path.Combine(course.Folder, "b", file))));
    }

    [Fact]
    public async Task A_data_set_folder_is_given_to_notebooks_as_absolute_path()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.At("mine"));
        folder.Write("mine/train.tsv", "0\t0\t5\t1\n");
        folder.Write("mine/test.tsv", "0\t1\t5\t2\n");
        folder.Write("fine.dib", "#!csharp\nEnvironment.GetEnvironmentVariable(\"ADVREC_DATASET\")");

        var result = await CommandProcess.RunAsync(folder.Path, "run", "fine.dib", "--dataset", "./mine");

        Assert.Contains(folder.At("mine"), result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("there is no such notebook", "report", "none.dib")]
    [InlineData("is not a notebook", "report", "text.txt")]
    [InlineData(".dib is not a notebook", "report", ".dib")]
    [InlineData("two lines.dib: there is no such notebook", "report", "two\nlines.dib")]
    [InlineData("broken.dib, line 1: what follows #!meta is not the JSON", "report", "broken.dib")]
    [InlineData("--nonsense", "report", "--nonsense")]
    [InlineData("--timeout 0: a cell's limit is a number of seconds", "report", "fine.dib", "--timeout", "0")]
    [InlineData("There is no data set './none'", "report", "fine.dib", "--dataset", "./none")]
    [InlineData("There is no data set 'none'", "report", "fine.dib", "--dataset", "none")]
    [InlineData("there is no train.tsv", "run", "fine.dib", "--dataset", "folder")]
    [InlineData("--dataset is empty", "report", "fine.dib", "--dataset", "")]
    [InlineData("--output is empty", "report", "fine.dib", "--output", "")]
    [InlineData("NOTEBOOK is empty", "report", "")]
    [InlineData("cannot write there", "report", "fine.dib", "--output", "text.txt/reports")]
    [InlineData("would make the same page", "report", "fine.dib", "./fine.dib")]
    [InlineData("would make the same page", "report", "fine.dib", "folder/FINE.dib")]
    [InlineData("would make the same file", "convert", "fine.dib", "folder/FINE.dib", "--to", "ipynb", "--output", "folder")]
    [InlineData("written over the index", "report", "folder/Index.dib")]
    [InlineData("written over the notebook itself", "report", "folder/own.ipynb", "--output", "folder")]
    [InlineData("this is a folder", "report", "folder")]
    [InlineData("is empty, or a pipe or device", "report", "empty.dib")]
    [InlineData("nonsense", "nonsense")]
    [InlineData("Unknown command or option '--bogus'", "convert", "--bogus", "fine.dib", "--to", "ipynb")]
    [InlineData("Unknown command or option '--bogus=3'", "report", "--bogus=3")]
    [InlineData("--bogus: there is no such notebook", "report", "--", "--bogus")]
    [InlineData("@fine.dib: there is no such notebook", "report", "@fine.dib")]
    [InlineData("--timeout 1,5: a number such as 0.5", "report", "fine.dib", "--timeout", "1,5")]
    public async Task Wrong_usage_gives_one_line_and_exit_code_2(string message, params string[] arguments)
    {
        using var folder = new TemporaryFolder();
        folder.Write("fine.dib", "#!csharp\n1");
        folder.Write("broken.dib", "#!meta\n{\n#!csharp\n1");
        folder.Write("text.txt", "");
        folder.Write(".dib", "#!csharp\n1");
        folder.Write("empty.dib", "");
        Directory.CreateDirectory(folder.At("folder"));
        foreach (var name in (string[])["FINE.dib", "Index.dib"])
            folder.Write($"folder/{name}", "#!csharp\n1");
        folder.Write("folder/own.ipynb", """{"nbformat":4,"metadata":{},"cells":[]}""");

        var result = await CommandProcess.RunAsync(folder.Path, arguments);

        Assert.Equal(2, result.ExitCode);
        Assert.Equal("", result.Output);
        var line = Assert.Single(result.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith("advrec: ", line, StringComparison.Ordinal);
        Assert.Contains(message, line, StringComparison.Ordinal);
        Assert.Equal(["FINE.dib", "Index.dib", "own.ipynb"], Directory.GetFileSystemEntries(folder.At("folder")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal([".dib", "broken.dib", "empty.dib", "fine.dib", "folder", "text.txt"], Directory.GetFileSystemEntries(folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData('x', 245)]
    [InlineData('ü', 125)]
    public async Task A_name_that_is_too_long_for_a_page_is_refused_before_anything_runs(char letter, int count)
    {
        using var folder = new TemporaryFolder();
        var name = new string(letter, count) + ".dib";
        folder.Write(name, $"#!csharp\nSystem.IO.File.WriteAllText(\"{folder.At("ran")}\", \"\")");

        var result = await CommandProcess.RunAsync(folder.Path, "report", name);

        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Contains("the name of a notebook, is too long", Assert.Single(result.Error.TrimEnd().Split('\n')), StringComparison.Ordinal);
        Assert.Equal([folder.At(name)], Directory.GetFileSystemEntries(folder.Path));
    }

    [Theory]
    [InlineData("report", "x.dib", "--output", "out", "out/x.html")]
    [InlineData("report", "x.dib", "--output", "out", "out/x.ipynb")]
    [InlineData("bundle", "--output", "taken.zip", "--no-solutions", "taken.zip")]
    public async Task A_folder_where_a_file_is_to_be_written_is_refused_before_anything_runs(params string[] arguments)
    {
        using var folder = new TemporaryFolder();
        folder.Write("x.dib", "#!csharp\n1");
        Directory.CreateDirectory(folder.At(arguments[^1]));
        arguments = [.. arguments[..^1].Select(argument => argument == "taken.zip" ? folder.At(argument) : argument)];

        var result = await CommandProcess.RunAsync(arguments[0] == "bundle" ? AppContext.BaseDirectory : folder.Path, arguments);

        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Contains("is a folder, and a file of that name is to be written.", Assert.Single(result.Error.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pipe_that_looks_like_a_notebook_is_not_waited_for()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no pipes with a name in a folder.");
        using var folder = new TemporaryFolder();
        using (var make = Process.Start("mkfifo", [folder.At("pipe.dib")]))
            await make.WaitForExitAsync(TestContext.Current.CancellationToken);
        File.CreateSymbolicLink(folder.At("link.dib"), "pipe.dib");

        foreach (var name in (string[])["pipe.dib", "link.dib"])
            Assert.Equal((2, $"advrec: {name} is empty, or a pipe or device. Save the notebook as a file first.\n"), await Answer("report", name));

        async Task<(int, string)> Answer(params string[] arguments) => await CommandProcess.RunAsync(folder.Path, arguments) is var result ? (result.ExitCode, result.Error) : default;
    }

    [Fact]
    public async Task Every_help_calls_the_tool_by_the_name_that_errors_and_pages_use()
    {
        foreach (var command in (string[])["", "report", "run", "convert", "handson", "study", "study apr", "data", "data list", "data get", "data prepare"])
        {
            var result = await CommandProcess.RunAsync(course.Folder, [.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]);

            Assert.Equal((0, ""), (result.ExitCode, result.Error));
            Assert.Contains($"Usage:\n  {$"advrec {command}".TrimEnd()} [", result.Output.Replace("<FOLDER|FILE> [", "[", StringComparison.Ordinal).Replace("<NAME> [", "[", StringComparison.Ordinal).Replace("<FILE>... [", "[", StringComparison.Ordinal), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_error_that_nobody_foresaw_is_one_line_each_and_exit_code_70_and_verbose_shows_where()
    {
        using var folder = new TemporaryFolder();
        // A damaged installation: what lays out text is no program.
        var tool = Directory.CreateDirectory(folder.At("tool")).FullName;
        foreach (var file in Directory.GetFiles(AppContext.BaseDirectory))
        {
            var copy = Path.Combine(tool, Path.GetFileName(file));
            // A program is looked for beside the file that a link leads to.
            if (Path.GetFileName(file).StartsWith("AdvRec.Cli.", StringComparison.Ordinal))
                File.Copy(file, copy);
            else if (Path.GetFileName(file) == "AngleSharp.dll")
                File.WriteAllText(copy, "damaged");
            else
                File.CreateSymbolicLink(copy, file);
        }

        foreach (var name in (string[])["a.dib", "b.dib"])
            folder.Write(name, "#!markdown\ntext");

        var result = await RunAsync();
        var verbose = await RunAsync("--verbose");

        Assert.Equal(70, result.ExitCode);
        Assert.Equal(["a.dib", "b.dib"], result.Error.TrimEnd().Split('\n').Select(line => Path.GetFileName(line.Split(": ")[1])));
        Assert.All(result.Error.TrimEnd().Split('\n'), line => Assert.EndsWith("(FileNotFoundException); --verbose shows where.", line, StringComparison.Ordinal));
        Assert.Equal(70, verbose.ExitCode);
        Assert.Contains("\n   at AdvRec.Cli.Reports.", verbose.Error, StringComparison.Ordinal);

        async Task<CommandProcess.Result> RunAsync(params string[] more)
        {
            using var process = Process.Start(CommandProcess.StartInfo(Path.Combine(tool, "AdvRec.Cli.dll"), folder.Path, ["report", "a.dib", "b.dib", .. more]))!;
            return await CommandProcess.EndAsync(process);
        }
    }

    [Fact]
    public async Task It_costs_one_page_and_the_report_goes_on_with_the_others()
    {
        using var folder = new TemporaryFolder();
        var good = Notebook.Load(folder.Write("good.dib", "#!csharp\n1"));
        var bad = new Notebook(folder.At("bad.dib"), [new(1, Languages.CSharp, null!, 1)]);
        var report = new Report(new(folder.Path, Dataset: null, Reproducible: true), new(TimeSpan.FromMinutes(2), Dataset: null), new Silent());

        var problems = await Assert.ThrowsAsync<AggregateException>(() => report.WriteAsync([bad, good], TestContext.Current.CancellationToken));

        Assert.Equal($"{folder.At("bad.dib")}: no page", Assert.IsType<LostPageException>(Assert.Single(problems.InnerExceptions)).Message);
        Assert.Contains("ran without errors", File.ReadAllText(folder.At("index.html")), StringComparison.Ordinal);
        Assert.Contains("<h2>bad</h2>\n<p class=\"facts\"><strong>no page could be made</strong></p>", File.ReadAllText(folder.At("index.html")), StringComparison.Ordinal);
        Assert.True(File.Exists(folder.At("good.html")) && !File.Exists(folder.At("bad.html")));
    }

    private sealed class Silent : IReportProgress
    {
        public void CellStarted(Notebook notebook, Cell cell)
        {
        }

        public void Finished(ExecutedNotebook executed, string page)
        {
        }
    }

    [Fact]
    public async Task Verbose_shows_where_an_error_came_from()
    {
        using var folder = new TemporaryFolder();

        var result = await CommandProcess.RunAsync(folder.Path, "report", "none.dib", "--verbose");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("   at AdvRec.Cli.", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_prints_what_cells_show()
    {
        using var folder = new TemporaryFolder();
        folder.Write("x.dib", "#!csharp\nConsole.WriteLine(\"hello\");\n6 * 7\n#!csharp\n1 + missing");

        var result = await CommandProcess.RunAsync(folder.Path, "run", "x.dib");

        Assert.Equal(1, result.ExitCode);
        Assert.Equal("── x, cell 1 ──\nhello\n42\n── x, cell 2 ──\n", result.Output);
        Assert.StartsWith("cell 2, line 1, column 5: CS0103", result.Error, StringComparison.Ordinal);
    }
}
