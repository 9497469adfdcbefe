namespace AdvRec.Figures;

/// <summary>Turns figures into what plotly.js draws. Its implementation lives in a load context of its own.</summary>
internal interface IFigureDrawer
{
    /// <summary>The figure as JSON of plotly.js: data, layout, config.</summary>
    string Draw(BarFigure figure);

    /// <inheritdoc cref="Draw(BarFigure)"/>
    string Draw(CurveFigure figure);

    /// <inheritdoc cref="Draw(BarFigure)"/>
    string Draw(ScatterFigure figure);

    /// <inheritdoc cref="Draw(BarFigure)"/>
    string Draw(HeatMapFigure figure);

    /// <inheritdoc cref="Draw(BarFigure)"/>
    string Draw(ForestFigure figure);

    /// <summary>The source of plotly.js itself, about 3.6 MB of UTF-8.</summary>
    Stream OpenScript();
}
