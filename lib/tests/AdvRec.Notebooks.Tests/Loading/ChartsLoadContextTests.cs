using System.Runtime.Loader;
using AdvRec.Notebooks.Loading;

namespace AdvRec.Notebooks.Tests.Loading;

public class ChartsLoadContextTests
{
    private static readonly string[] s_apart = ["AdvRec.Charts", "Plotly.NET", "FSharp.Core", "Giraffe.ViewEngine", "DynamicObj"];

    [Fact]
    public void Plotly_and_FSharp_stay_out_of_the_host()
    {
        _ = Samples.TwoModels().ToHtml();

        var drawer = FigureDrawer.Shared.GetType().Assembly;
        var ours = AssemblyLoadContext.GetLoadContext(drawer)!;
        Assert.NotSame(AssemblyLoadContext.Default, ours);
        Assert.Contains(ours.Assemblies, a => a.GetName().Name == "Plotly.NET");
        Assert.DoesNotContain(ours.Assemblies, a => a.GetName().Name == "AdvRec.Figures");
        Assert.DoesNotContain(AssemblyLoadContext.Default.Assemblies, a => s_apart.Contains(a.GetName().Name));
    }

    [Fact]
    public void The_folder_of_the_host_holds_none_of_them()
    {
        var files = Directory.GetFiles(AppContext.BaseDirectory, "*.dll").Select(f => Path.GetFileNameWithoutExtension(f)!);

        Assert.Empty(files.Intersect(s_apart.Except(["FSharp.Core"])));
    }

    [Fact]
    public void The_assembly_names_none_of_them() =>
        Assert.Empty(typeof(Plot).Assembly.GetReferencedAssemblies().Select(a => a.Name!).Intersect(s_apart));

    [Fact]
    public void All_that_is_public_is_what_a_notebook_calls() =>
        Assert.Equal(["Charts", "ClassExperiment", "ClassResult", "Curve", "CurveOptions", "CurvePoint", "Exercise", "ExerciseResult", "Explore", "LabelledPoint", "MetricDrop", "MovableFigure", "NotebookTable", "Plot", "PlotScript", "PointGroup", "Predict", "Prediction", "Print", "ScatterOptions", "Tables"], typeof(Plot).Assembly.GetExportedTypes().Select(t => t.Name).Order());
}
