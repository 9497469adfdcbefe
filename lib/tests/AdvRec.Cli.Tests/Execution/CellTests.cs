using System.Text.RegularExpressions;
using AdvRec.Cli.Running;

namespace AdvRec.Cli.Tests.Execution;

public sealed class CellTests
{
    [Fact]
    public async Task Later_cells_see_what_earlier_ones_declared()
    {
        var cells = await Run.CellsAsync("var x = 20;\nrecord Point(int X);", "int Twice(int n) => 2 * n;", "new Point(Twice(x) + 2).X");

        Assert.Equal(["Result:42"], cells[2].Texts());
        Assert.All(cells, cell => Assert.Equal(CellState.Succeeded, cell.State));
    }

    [Fact]
    public async Task Default_usings_are_those_of_dotnet_interactive()
    {
        var cells = await Run.CellsAsync(
            "new StringBuilder(\"a\").Append(string.Join(\",\", new List<int> { 1, 2 }.Select(i => i + 1))).ToString()",
            "await Task.FromResult(new ArrayList { 1 }.Count)",
            "Path.GetTempPath()");

        Assert.Equal(["Result:a2,3"], cells[0].Texts());
        Assert.Equal(["Result:1"], cells[1].Texts());
        Assert.Contains("CS0103", Assert.Single(cells[2].Texts()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outputs_come_in_the_order_of_the_cell()
    {
        var cells = await Run.CellsAsync("""
            Console.WriteLine("one");
            "two".Display();
            Console.Write("thr");
            Console.WriteLine("ee");
            display(4);
            Console.Error.WriteLine("five");
            await Task.Delay(1);
            Console.WriteLine("six");
            7
            """);

        Assert.Equal(["StandardOutput:one", "Display:two", "StandardOutput:three", "Display:4", "StandardError:five", "StandardOutput:six", "Result:7"], cells[0].Texts());
    }

    [Fact]
    public async Task A_trailing_expression_is_shown_a_statement_is_not()
    {
        var cells = await Run.CellsAsync("var x = 1;", "x", "x = 2;", "Console.Write(x)", "(string)null", "x.Display()");

        Assert.Equal([[], ["Result:1"], [], ["StandardOutput:2"], ["Result:<null>"], ["Display:2"]], cells.Select(cell => cell.Texts()));
    }

    // The engine's handle has another id than the value that it showed, so that hosts do not find that one either.
    [Fact]
    public async Task An_update_of_a_displayed_value_is_shown_once_however_often_it_comes()
    {
        var cells = await Run.CellsAsync("var shown = \"before\".Display(); \"other\".Display(); shown.Update(\"1 %\"); shown.Update(\"2 %\");", "shown.Update(\"3 %\");");

        Assert.Equal(["Display:before", "Display:other", "Display:3 %"], cells[0].Texts());
        Assert.Empty(cells[1].Outputs);
    }

    [Fact]
    public async Task Markup_is_shown_as_markup()
    {
        var cells = await Run.CellsAsync("HTML(\"<b>x</b>\")", "\"<i>y</i>\".DisplayAs(\"text/html\");", "\"<u>\".Display();");

        Assert.Equal("<b>x</b>", Assert.Single(cells[0].Outputs).Html());
        Assert.Equal("<i>y</i>", Assert.Single(cells[1].Outputs).Html());
        Assert.False(Assert.Single(cells[2].Outputs).Data.ContainsKey("text/html"));
    }

    [Fact]
    public async Task Values_look_as_in_polyglot_notebooks()
    {
        var cells = await Run.CellsAsync("new[] { new { Name = \"a<b\", Value = 1.5 } }");

        var html = Assert.Single(cells[0].Outputs).Html();
        Assert.Contains("<details class=\"dni-treeview\">", html, StringComparison.Ordinal);
        Assert.Contains("a&lt;b", html, StringComparison.Ordinal);
        Assert.Contains("1.5", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Html_cells_are_shown_and_mermaid_stays_text()
    {
        using var folder = new TemporaryFolder();
        var notebook = await Run.FileAsync(folder.Write("x.dib", "#!html\n<p>x</p>\n#!mermaid\ngraph TD\n#!markdown\ntext"));

        Assert.Equal("<p>x</p>", Assert.Single(notebook.Cells[0].Outputs).Html());
        Assert.Equal(["Display:graph TD"], notebook.Cells[1].Texts());
        Assert.Equal(CellState.NotRun, notebook.Cells[2].State);
    }

    [Fact]
    public async Task Time_is_shown_where_asked_for()
    {
        var cells = await Run.CellsAsync("#!time\n1 + 1");

        Assert.Equal("Result:2", cells[0].Texts().First());
        Assert.Matches(@"^Display:Wall time: \d+\.\d ms$", cells[0].Texts().Last());
    }

    [Fact]
    public async Task Cells_run_in_the_notebooks_folder_with_the_data_set_in_the_environment_and_the_invariant_culture()
    {
        using var folder = new TemporaryFolder();
        var notebook = await Run.FileAsync(folder.Write("x.dib",
            "#!csharp\nEnvironment.CurrentDirectory\n#!csharp\nEnvironment.GetEnvironmentVariable(\"ADVREC_DATASET\")\n#!csharp\n1.5.ToString() + System.Globalization.CultureInfo.CurrentCulture.Name"));

        Assert.Equal([[$"Result:{folder.Path}"], ["Result:small"], ["Result:1.5"]], notebook.Cells.Select(cell => cell.Texts()));
    }

    [Fact]
    public async Task Reading_from_the_console_finds_nothing()
    {
        var cells = await Run.CellsAsync("Console.ReadLine() ?? \"nothing\"");

        Assert.Equal(["Result:nothing"], cells[0].Texts());
    }

    [Fact]
    public async Task Output_beyond_ten_megabytes_is_cut_with_a_note()
    {
        var cells = await Run.CellsAsync("for (var i = 0; i < 3; i++) Console.Write(new string('x', 4_000_000));\n\"more\".Display();", "1");

        Assert.Equal(10_000_000, cells[0].Outputs[0].Text.Length);
        Assert.Equal("Note:The output of this cell is longer than 10 MB; the rest is not shown.", Assert.Single(cells[0].Texts().Skip(1)));
        Assert.Equal(["Result:1"], cells[1].Texts());
    }

    [Fact]
    public async Task A_character_written_in_two_halves_is_one()
    {
        var cells = await Run.CellsAsync("""
            Console.Write('\ud83d'); await Task.Delay(200); Console.Write('\ude00');
            Console.Write(new string('x', 20_000) + '\ud83d'); Console.WriteLine('\ude00');
            """, """Console.Write('\ud83d'); Console.Error.Write("other"); Console.Write('\ude00');""");

        Assert.Equal(["StandardOutput:😀" + new string('x', 20_000) + "😀"], cells[0].Texts());
        Assert.Equal(["StandardOutput", "StandardError", "StandardOutput"], cells[1].Outputs.Select(output => output.Kind.ToString()));
    }

    [Fact]
    public async Task A_value_whose_markup_is_null_is_shown_and_does_not_end_the_cell()
    {
        var cells = await Run.CellsAsync("class Odd { public string ToHtml() => null; public override string ToString() => \"odd\"; }\nnew Odd()", "new Odd().Display(); 1");

        Assert.All(cells, cell => Assert.Equal(CellState.Succeeded, cell.State));
        Assert.NotEmpty(cells[0].Outputs);
    }

    [Fact]
    public async Task A_value_whose_text_is_null_is_shown_as_an_empty_one()
    {
        var cells = await Run.CellsAsync(
            "class Odd { public int Held => 7; public override string ToString() => null; }\nnew Odd()", "new Odd().Display();", "new[] { new Odd() }", "new { One = new Odd() }",
            "class Null { public string ToHtml() => null; public override string ToString() => null; }\nnew Null()");

        Assert.All(cells, cell =>
        {
            Assert.Equal(CellState.Succeeded, cell.State);
            Assert.DoesNotContain("Exception", string.Concat(Assert.Single(cell.Outputs).Data.Values), StringComparison.Ordinal);
        });
        Assert.Contains("7", cells[0].Outputs[0].Html(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_value_whose_every_text_throws_is_named()
    {
        var cells = await Run.CellsAsync("""
            class Odd { public string ToHtml() => throw new Exception("html"); public override string ToString() => throw new Exception("text"); }
            new Odd()
            """, "new Odd().Display(); 1");

        Assert.All(cells, cell => Assert.Contains("Odd: its text cannot be shown (System.Exception)", cell.Outputs[0].Text, StringComparison.Ordinal));
        Assert.Equal("Result:1", cells[1].Texts().Last());
    }

    [Fact]
    public async Task A_span_at_the_end_of_a_cell_says_what_makes_it_a_value()
    {
        var cells = await Run.CellsAsync("new float[] { 1, 2 }.AsSpan()", "new float[] { 1, 2 }.AsSpan().ToArray()");

        Assert.EndsWith(" A span cannot be shown; .ToArray() makes it a value that can.", Assert.Single(cells[0].Texts()), StringComparison.Ordinal);
        Assert.Equal(["Result:[ 1, 2 ]"], cells[1].Texts());
    }

    [Fact]
    public async Task What_the_library_returns_by_row_and_by_step_is_shown_with_its_numbers_and_names()
    {
        var cells = await Run.CellsAsync(
            $"#r \"{typeof(AdvRec.Models.FactorMatrix).Assembly.Location}\"\nvar matrix = new AdvRec.Models.FactorMatrix(2, 3);\nmatrix[1][0] = 0.5f; matrix[1][2] = -2;",
            "matrix[1]", "matrix[1][..2]", "matrix[1].Select(factor => 2 * factor).Sum()", "new AdvRec.Training.BatchLoss(1.5, null)", "new[] { new AdvRec.Data.AvailableDataset(\"mine\", \"here\") }");

        Assert.Contains("[ 0.5, 0, -2 ]", Assert.Single(cells[1].Texts()), StringComparison.Ordinal);
        Assert.Contains("[ 0.5, 0 ]", Assert.Single(cells[2].Texts()), StringComparison.Ordinal);
        Assert.Equal(["Result:-3"], cells[3].Texts());
        Assert.Equal(["Clean", "Adversarial"], Names(cells[4]));
        Assert.Equal(["Name", "Folder"], Names(cells[5]));

        static IEnumerable<string> Names(ExecutedCell cell) =>
            Regex.Matches(Assert.Single(cell.Outputs).Html(), "<td>(Clean|Adversarial|Name|Folder)</td>|<th>(Clean|Adversarial|Name|Folder)</th>").Select(match => match.Groups[1].Value + match.Groups[2].Value);
    }

    [Fact]
    public async Task A_list_that_fails_while_it_is_shown_says_where_without_the_engines_own_calls()
    {
        var cells = await Run.CellsAsync("IEnumerable<int> Half()\n{ yield return 1; throw new Exception(\"half\"); }\nHalf()");

        Assert.Matches(@"^Error:System\.Exception: half\n   at \S+ in cell 1, line 2$", Assert.Single(cells[0].Texts()));
    }

    [Fact]
    public async Task A_magic_command_that_the_engine_fails_on_is_one_line_without_the_engines_own_calls()
    {
        var cells = await Run.CellsAsync("#!share --from nowhere x");

        Assert.Matches(@"^Error:System\.\w+Exception: [^\n]+$", Assert.Single(cells[0].Texts()));
    }

    [Fact]
    public async Task An_exception_that_says_nothing_or_too_much_is_shown_with_its_name()
    {
        var cells = await Run.CellsAsync(
            "class Silent : Exception { public override string Message => null; }\nthrow new Silent();", "throw new Exception(new string('x', 30_000_000));", "1");

        Assert.Matches("^Error:Submission#\\d+\\+Silent: \n", Assert.Single(cells[0].Texts()));
        Assert.InRange(Assert.Single(cells[1].Texts()).Length, 10_000, 11_000);
        Assert.Equal(["Result:1"], cells[2].Texts());
    }

    [Fact]
    public async Task A_library_that_has_moved_away_is_named_with_what_builds_it()
    {
        using var folder = new TemporaryFolder();
        folder.Write("lib.dib", $"#!csharp\n#r \"{folder.At("gone/AdvRec.Notebooks.dll")}\"\nusing AdvRec.Data;");

        var notebook = await Run.FileAsync(folder.Write("x.dib", "#!csharp\n#!import ./lib.dib"));

        var error = Assert.Single(notebook.Cells[0].Texts());
        Assert.Contains("gone/AdvRec.Notebooks.dll", error, StringComparison.Ordinal);
        Assert.Contains("'dotnet build lib/AdvRec.Notebooks -c Release'", error, StringComparison.Ordinal);
    }
}
