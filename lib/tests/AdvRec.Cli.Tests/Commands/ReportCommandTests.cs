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
    public void Without_a_terminal_each_notebook_is_one_line()
    {
        var lines = course.Result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal).ToList();

        Assert.Equal(2, lines.Count);
        Assert.Matches(@"^01-first: 12 cells in [\d.]+ m?s -> reports/01-first\.html$", lines[0]);
        Assert.Matches(@"^02-second: 3 cells in [\d.]+ m?s -> reports/02-second\.html$", lines[1]);
    }

    [Fact]
    public async Task Where_all_is_well_the_exit_code_is_0_and_stderr_is_empty()
    {
        using var folder = new TemporaryFolder();
        folder.Write("fine.dib", "#!csharp\nEnvironment.GetEnvironmentVariable(\"ADVREC_DATASET\")");

        var result = await CommandProcess.RunAsync(folder.Path, "report", "fine.dib", "--output", "a/b", "--dataset", "tiny");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Equal(["fine.html", "fine.ipynb", "index.html"], Directory.GetFileSystemEntries(folder.At("a/b")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Contains(">tiny</pre>", File.ReadAllText(folder.At("a/b/fine.html")), StringComparison.Ordinal);
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
        folder.Write("fine.dib", "#!csharp\nEnvironment.GetEnvironmentVariable(\"ADVREC_DATASET\")");

        var result = await CommandProcess.RunAsync(folder.Path, "run", "fine.dib", "--dataset", "./mine");

        Assert.Contains(folder.At("mine"), result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("there is no such notebook", "report", "none.dib")]
    [InlineData("is not a notebook", "report", "text.txt")]
    [InlineData("broken.dib, line 1: what follows #!meta is not the JSON", "report", "broken.dib")]
    [InlineData("--nonsense", "report", "--nonsense")]
    [InlineData("--timeout 0: a cell's limit is a number of seconds", "report", "fine.dib", "--timeout", "0")]
    [InlineData("--dataset ./none: there is no such folder", "report", "fine.dib", "--dataset", "./none")]
    [InlineData("cannot write there", "report", "fine.dib", "--output", "text.txt/reports")]
    [InlineData("would make the same page", "report", "fine.dib", "./fine.dib")]
    [InlineData("nonsense", "nonsense")]
    public async Task Wrong_usage_gives_one_line_and_exit_code_2(string message, params string[] arguments)
    {
        using var folder = new TemporaryFolder();
        folder.Write("fine.dib", "#!csharp\n1");
        folder.Write("broken.dib", "#!meta\n{\n#!csharp\n1");
        folder.Write("text.txt", "");

        var result = await CommandProcess.RunAsync(folder.Path, arguments);

        Assert.Equal(2, result.ExitCode);
        Assert.Equal("", result.Output);
        var line = Assert.Single(result.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith("advrec: ", line, StringComparison.Ordinal);
        Assert.Contains(message, line, StringComparison.Ordinal);
        Assert.Equal(["broken.dib", "fine.dib", "text.txt"], Directory.GetFileSystemEntries(folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
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
