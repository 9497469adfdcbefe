using AdvRec.Cli.Commands;
using AdvRec.Cli.Tests.Reports;

namespace AdvRec.Cli.Tests.Commands;

public sealed class ConvertCommandTests
{
    [Fact]
    public async Task The_course_there_and_back_again_is_the_same_to_the_byte()
    {
        using var folder = new TemporaryFolder();
        var notebooks = Directory.CreateDirectory(folder.At("notebooks")).FullName;
        var course = Path.Combine(Repository.Find(), "notebooks");
        File.Copy(Path.Combine(course, "..", "README.md"), folder.At("README.md"));
        string[] files = [.. Directory.GetFiles(course, "*.dib").Where(file => Path.GetFileName(file) != "lib.dib").Select(file => Path.Combine(notebooks, Path.GetFileName(file)))];
        foreach (var file in files)
            File.Copy(Path.Combine(course, Path.GetFileName(file)), file);

        var there = await CommandProcess.RunAsync(folder.Path, ["convert", .. files, "--to", "ipynb", "--output", "jupyter"]);
        var back = await CommandProcess.RunAsync(folder.Path, ["convert", .. Directory.GetFiles(folder.At("jupyter")), "--to", "dib", "--output", "back"]);

        Assert.Equal((0, ""), (there.ExitCode, there.Error));
        Assert.Equal((0, ""), (back.ExitCode, back.Error));
        foreach (var file in files)
        {
            var copied = folder.At($"jupyter/{Path.GetFileNameWithoutExtension(file)}.ipynb");
            Assert.Equal("", await NotebookFormat.ComplaintsAsync(copied));
            Assert.Contains("(02-bpr.ipynb)", File.ReadAllText(folder.At("jupyter/01-ratings.ipynb")), StringComparison.Ordinal);
            // The import leads to the library from wherever the copy lies.
            var copy = File.ReadAllText(Path.Combine(folder.At("back"), Path.GetFileName(file)));
            Assert.Equal(File.ReadAllText(file), copy.Replace("#!import ../notebooks/lib.dib", "#!import ./lib.dib", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_copy_in_a_folder_with_a_blank_imports_its_file()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.At("a b"));
        folder.Write("a b/lib.dib", "#!csharp\nvar imported = 42;");
        folder.Write("a b/x.dib", "#!csharp\n#!import ./lib.dib\n#!csharp\nimported");

        await CommandProcess.RunAsync(folder.Path, "convert", "a b/x.dib", "--to", "ipynb", "--output", "c d/e");
        var result = await CommandProcess.RunAsync(folder.Path, "run", "c d/e/x.ipynb");

        Assert.Equal((0, "── x, cell 1 ──\n── x, cell 2 ──\n42\n"), (result.ExitCode, result.Output));
    }

    [Fact]
    public async Task A_notebook_is_not_written_over_itself()
    {
        using var folder = new TemporaryFolder();
        folder.Write("x.dib", "#!csharp\n1");

        var result = await CommandProcess.RunAsync(folder.Path, "convert", "x.dib", "--to", "dib");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("x.dib is of that format already", result.Error, StringComparison.Ordinal);
    }
}
