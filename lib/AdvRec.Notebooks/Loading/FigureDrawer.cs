using AdvRec.Figures;

namespace AdvRec.Notebooks.Loading;

/// <summary>The drawer in AdvRec.Charts, loaded when the first figure asks for it.</summary>
internal static class FigureDrawer
{
    private const string TypeName = "AdvRec.Charts.PlotlyDrawer";

    private static readonly Lazy<IFigureDrawer> s_shared = new(Load);

    public static IFigureDrawer Shared => s_shared.Value;

    private static IFigureDrawer Load()
    {
        var path = Path.Combine(Path.GetDirectoryName(typeof(FigureDrawer).Assembly.Location)!, "plotly", "AdvRec.Charts.dll");
        if (!File.Exists(path))
            throw new FileNotFoundException($"{path} is missing: build AdvRec.Notebooks again, or copy its folder plotly/ along with it.", path);

        var type = new ChartsLoadContext(path).LoadFromAssemblyPath(path).GetType(TypeName, throwOnError: true)!;
        return (IFigureDrawer)Activator.CreateInstance(type)!;
    }
}
