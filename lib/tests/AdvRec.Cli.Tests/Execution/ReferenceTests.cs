using System.Globalization;
using AdvRec.Cli.Commands;
using AdvRec.Cli.Running;

namespace AdvRec.Cli.Tests.Execution;

public sealed class ReferenceTests
{
    [Theory]
    [InlineData("lib.dib", "#!csharp\nusing System.IO;\nvar imported = 1;\n#!markdown\nshown\n#!csharp\nimported++;")]
    [InlineData("lib.csx", "using System.IO;\nvar imported = 2;")]
    [InlineData("lib.cs", "using System.IO;\nvar imported = 2;")]
    public async Task Files_are_imported_relative_to_the_notebook(string name, string content)
    {
        using var folder = new TemporaryFolder();
        folder.Write(name, content);

        var notebook = await Run.FileAsync(folder.Write("x.dib", $"#!csharp\n#!import ./{name}\n#!csharp\nimported.ToString() + Path.AltDirectorySeparatorChar"));

        // The texts of an imported notebook are shown, as in the hosts.
        Assert.Equal(name == "lib.dib" ? ["shown"] : [], notebook.Cells[0].Outputs.Select(output => output.Data["text/markdown"]));
        Assert.Equal(["Result:2/"], notebook.Cells[1].Texts());
    }

    [Fact]
    public async Task Code_around_an_import_runs_before_and_after_it_with_its_own_line_numbers()
    {
        using var folder = new TemporaryFolder();
        folder.Write("lib.csx", "var imported = first + 1;");

        var notebook = await Run.FileAsync(folder.Write("x.dib", "#!csharp\nvar first = 1;\n#!import lib.csx\nthrow new Exception(\"\" + imported);"));

        Assert.Equal(["Error:System.Exception: 2\n   at cell 1, line 3"], notebook.Cells[0].Texts());
    }

    [Fact]
    public async Task Errors_in_an_imported_file_name_its_own_line()
    {
        using var folder = new TemporaryFolder();
        folder.Write("lib.dib", "#!csharp\nvar x = 1;\n\n#!csharp\n\nmissing();");

        var notebook = await Run.FileAsync(folder.Write("x.dib", "#!csharp\n#!import ./lib.dib"));

        Assert.Equal(["Error:lib.dib, line 6, column 1: CS0103: The name 'missing' does not exist in the current context"], notebook.Cells[0].Texts());
    }

    [Fact]
    public async Task Imports_that_cannot_work_say_why()
    {
        using var folder = new TemporaryFolder();
        folder.Write("self.dib", "#!csharp\n#!import self.dib");
        folder.Write("x.txt", "");

        var notebook = await Run.FileAsync(folder.Write("x.dib", "#!csharp\n#!import none.dib\n#!csharp\n#!import self.dib\n#!csharp\n#!import x.txt"));

        Assert.Equal(
            [
                [$"Error:cell 1: there is no file {folder.At("none.dib")}. Paths are relative to the folder of the notebook."],
                ["Error:cell 2: self.dib imports itself."],
                [$"Error:cell 3: {folder.At("x.txt")}: only .dib, .ipynb, .cs and .csx files can be imported."],
            ],
            notebook.Cells.Select(cell => cell.Texts()));
    }

    [Fact]
    public async Task A_file_that_cannot_be_imported_leaves_the_later_cells_alone()
    {
        using var folder = new TemporaryFolder();
        folder.Write("broken.ipynb", "{ no JSON");

        var notebook = await Run.FileAsync(folder.Write("x.dib", "#!csharp\n#!import broken.ipynb\n#!csharp\nmissing();\n#!csharp\n#!import broken.ipynb"));

        Assert.Equal(["Error:cell 2, line 1, column 1: CS0103: The name 'missing' does not exist in the current context"], notebook.Cells[1].Texts());
        Assert.Equal(notebook.Cells[0].Texts(), notebook.Cells[2].Texts());
        Assert.DoesNotContain("imports itself", Assert.Single(notebook.Cells[2].Texts()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_referenced_library_finds_its_dependencies_beside_it_and_its_types_show_themselves()
    {
        using var folder = new TemporaryFolder();
        var library = SampleLibrary.Build(folder.Path);

        var notebook = await Run.FileAsync(folder.Write("x.dib", $$"""
            #!csharp
            #r "{{library}}"
            #!csharp
            new Sample.Shelf().First.Title
            #!csharp
            new Sample.Shelf()
            #!csharp
            new Sample.Shelf().First.Display();
            #!csharp
            var data = new { Name = "tiny" };
            ulong seed = 25092020;
            """));

        Assert.All(notebook.Cells, cell => Assert.Equal(CellState.Succeeded, cell.State));
        Assert.Equal(["Result:Emma"], notebook.Cells[1].Texts());
        Assert.Equal("<em>from the formatter source</em>", Assert.Single(notebook.Cells[2].Outputs).Html());
        Assert.Contains("dni-treeview", Assert.Single(notebook.Cells[3].Outputs).Html(), StringComparison.Ordinal);
        Assert.Equal(("tiny", "25092020", "Sample 0.0.0, Sample.Book 0.0.0"), (notebook.Facts["Data set"], notebook.Facts["Seed"], notebook.Facts["Libraries"]));
    }

    [Fact]
    public async Task A_reference_may_be_relative_to_the_notebook_and_a_missing_one_is_an_error()
    {
        using var folder = new TemporaryFolder();
        SampleLibrary.Build(folder.Path);

        var notebook = await Run.FileAsync(folder.Write("x.dib", "#!csharp\n#r \"Sample.dll\"\nnew Sample.Shelf().First.Title\n#!csharp\n#r \"/none.dll\""));

        Assert.Equal(["Result:Emma"], notebook.Cells[0].Texts());
        Assert.StartsWith("Error:cell 2, line 1, column 1: CS0006", Assert.Single(notebook.Cells[1].Texts()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Packages_are_restored_with_what_they_need()
    {
        // Both are on the machine already: the solution uses them.
        var cells = await Run.CellsAsync("#r \"nuget: Markdig, 1.6.0\"\nMarkdig.Markdown.ToHtml(\"*x*\").Trim()", "#r \"nuget:Sylvan.Data.Csv,1.4.4\"\ntypeof(Sylvan.Data.Csv.CsvDataReader).Name");

        Assert.Equal([["Result:<p><em>x</em></p>"], ["Result:CsvDataReader"]], cells.Select(cell => cell.Texts()));
    }

    [Fact]
    public async Task A_restore_that_takes_too_long_is_ended_and_leaves_nothing()
    {
        using var feed = new SilentFeed();
        using var folder = new TemporaryFolder();

        var notebook = await Run.FileAsync(folder.Write("x.dib", feed.Cell), cellSeconds: 5);

        Assert.StartsWith("Error:The cell took longer than 5 s and was ended", Assert.Single(notebook.Cells[0].Texts()), StringComparison.Ordinal);
        Assert.Empty(feed.Leftovers);
    }

    [Fact]
    public async Task A_package_that_does_not_exist_is_an_error_that_names_it()
    {
        using var folder = new TemporaryFolder();
        var cells = await Run.CellsAsync($"#i \"nuget: {folder.Path}\"\n#r \"nuget: Markdig, [0.0.0-none]\"");

        var error = Assert.Single(cells[0].Texts());
        Assert.StartsWith("Error:The package could not be restored: NU110", error, StringComparison.Ordinal);
        Assert.Contains("Markdig", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_notebook_with_library_data_and_a_plot_takes_less_than_330_MiB()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Other systems count what processes share in other ways.");
        var cells = await Run.CellsAsync(
            $"#!import \"{Path.Combine(Repository.Find(), "notebooks", "lib.dib")}\"",
            "var data = Datasets.Load();\nCharts.HeatMap(\"t\", \"x\", [\"a\", \"b\"], \"y\", [\"r\"], [[0, 100]], \"v\").Display();",
            "System.Diagnostics.Process.GetCurrentProcess().PeakWorkingSet64 >> 20");

        Assert.InRange(int.Parse(cells[2].Outputs.Single().Text, CultureInfo.InvariantCulture), 50, 330);
    }
}
