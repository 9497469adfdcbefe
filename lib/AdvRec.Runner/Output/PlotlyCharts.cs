using System.Net;
using System.Reflection;
using System.Runtime.Loader;
using System.Text.Json.Nodes;
using AdvRec.Notebooks.Html;
using Microsoft.DotNet.Interactive.Formatting;

namespace AdvRec.Runner.Output;

/// <summary>
/// Charts of Plotly.NET, which a notebook brings along as a package, as HTML that draws them with plotly.js. The package's own formatter, and that of
/// Plotly.NET.Interactive, fetch plotly.js from the network.
/// </summary>
internal static class PlotlyCharts
{
    private const string Package = "Plotly.NET";
    private const string ChartType = "Plotly.NET.GenericChart";
    private const string TraceType = "Plotly.NET.Trace";

    /// <summary>Takes charts over as soon as a notebook loads the package.</summary>
    public static void Use() => AppDomain.CurrentDomain.AssemblyLoad += (_, loaded) =>
    {
        // A library may have a Plotly.NET of its own in a context of its own, whose charts no cell sees.
        if (loaded.LoadedAssembly.GetName().Name == Package && AssemblyLoadContext.GetLoadContext(loaded.LoadedAssembly) == AssemblyLoadContext.Default)
            Register(loaded.LoadedAssembly);
    };

    private static void Register(Assembly package)
    {
        if (package.GetType(ChartType) is not { } type || type.GetMethod("toJson") is not { } toJson || type.GetMethod("ofTraceObject") is not { } ofTrace)
            return;
        var usual = new Lazy<string>(() => Call<string>(toJson, Call<object>(ofTrace, true, Activator.CreateInstance(package.GetType(TraceType)!, "scatter")!)));
        Formatter.Register(type, (chart, writer) => writer.Write(ToHtml(ChartFigure.ForPage(Call<string>(toJson, chart), usual.Value), package)), HtmlFormatter.MimeType);
        Formatter.SetPreferredMimeTypesFor(type, HtmlFormatter.MimeType);
    }

    private static string ToHtml(JsonObject figure, Assembly package)
    {
        var json = figure.ToJsonString();
        var (id, bringsScript) = PlotSession.Current.Show(json);
        return string.Concat($"""
            <figure class="advrec-plot" style="margin:1em 0;overflow-x:auto">
            <div id="{id}" role="img" aria-label="{WebUtility.HtmlEncode(ChartFigure.Title(figure))}" style="width:100%"></div>
            {DrawScript.Without}

            """, DrawScript.Of(id, json), bringsScript ? "\n" + Script(package) : "", "\n</figure>");
    }

    private static string Script(Assembly package)
    {
        using var plotly = package.GetManifestResourceStream(package.GetManifestResourceNames().Single(name => name.EndsWith(".min.js", StringComparison.Ordinal)))!;
        return PackedScript.Of(plotly);
    }

    private static T Call<T>(MethodInfo method, params object[] arguments) =>
        (T)method.Invoke(null, BindingFlags.DoNotWrapExceptions, null, arguments, null)!;
}
