using AdvRec.Figures;
using Plotly.NET;

namespace AdvRec.Charts;

/// <summary>Created by name in <c>AdvRec.Notebooks.Loading.FigureDrawer</c>.</summary>
internal sealed class PlotlyDrawer : IFigureDrawer
{
    private const string ScriptResource = "Plotly.NET.plotly-2.28.0.min.js";

    public string Draw(BarFigure figure) => BarChart.ToJson(figure);

    public string Draw(CurveFigure figure) => CurveChart.ToJson(figure);

    public string Draw(ScatterFigure figure) => ScatterChart.ToJson(figure);

    public string Draw(HeatMapFigure figure) => HeatMapChart.ToJson(figure);

    public string Draw(ForestFigure figure) => ForestChart.ToJson(figure);

    public Stream OpenScript()
    {
        var plotly = typeof(Trace).Assembly;
        return plotly.GetManifestResourceStream(ScriptResource)
            ?? throw new InvalidOperationException($"{plotly.GetName()} holds no {ScriptResource}; build with the Plotly.NET version that lib/Directory.Packages.props names.");
    }
}
