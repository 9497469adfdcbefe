using Plotly.NET;

namespace AdvRec.Charts;

/// <summary>From parts named as in the plotly.js reference to the JSON of a figure, without the width and height that Plotly.NET sets by default.</summary>
internal static class PlotlyJson
{
    public static Trace Trace(string type, params (string Name, object? Value)[] properties)
    {
        var trace = new Trace(type);
        foreach (var (name, value) in properties) trace.SetProperty(name, value);
        return trace;
    }

    public static string Of(IEnumerable<Trace> traces, Dictionary<string, object?> layout)
    {
        var plotlyLayout = new Layout();
        foreach (var (name, value) in layout) plotlyLayout.SetProperty(name, value);
        var config = new Config();
        foreach (var (name, value) in Look.Config()) config.SetProperty(name, value);

        var chart = GenericChart.ofTraceObjects(false, Microsoft.FSharp.Collections.ListModule.OfSeq(traces));
        return GenericChart.toJson(GenericChart.setConfig(config, GenericChart.setLayout(plotlyLayout, chart)));
    }

    /// <summary>JSON has no NaN; plotly.js leaves out what is null.</summary>
    public static double? OrNull(double value) => double.IsFinite(value) ? value : null;
}
