using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;

namespace AdvRec.Notebooks.Tests;

/// <summary>The cell that every notebook imports, as the build wrote it.</summary>
public class NotebookLibraryTests
{
    [Fact]
    public void It_is_one_cell_with_one_absolute_reference_usings_and_the_script_that_draws_plots()
    {
        var lines = File.ReadAllLines(RepositoryFiles.NotebookLibrary);

        Assert.Equal("#!csharp", lines[0]);
        var path = Assert.IsType<string>(lines[1]).Split('"')[1];
        Assert.Equal($"#r \"{path}\"", lines[1]);
        Assert.True(Path.IsPathFullyQualified(path) && File.Exists(path), path);
        Assert.DoesNotContain('\\', path);
        Assert.All(lines[2..^1], line => Assert.Matches(@"^using AdvRec\.\w+;$", line));
        Assert.Contains("using AdvRec.Notebooks;", lines);
        Assert.Equal("new PlotScript()", lines[^1]);
    }

    [Theory]
    [InlineData("new EvaluationResult([0], [9], topK: 1).Auc", 1.0)]
    [InlineData("MathNet.Numerics.LinearAlgebra.Vector<double>.Build.Dense([1.0, 2.0]).Sum()", 3.0)]
    [InlineData("new MetricDrop(\"m\", new EvaluationResult([0], [9], 1), new EvaluationResult([9], [9], 1)).Percent(m => m.Auc)", 100.0)]
    public async Task A_cell_after_it_may_name_types_of_the_library_and_of_what_it_depends_on(string cell, double expected)
    {
        var import = string.Join('\n', File.ReadAllLines(RepositoryFiles.NotebookLibrary).Skip(1));

        var afterImport = await CSharpScript.RunAsync(import, ScriptOptions.Default, cancellationToken: TestContext.Current.CancellationToken);
        var result = await afterImport.ContinueWithAsync<double>(cell, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(expected, result.ReturnValue);
    }
}
