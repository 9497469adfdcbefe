namespace AdvRec.Figures;

/// <param name="Title">With unit.</param>
/// <param name="Log">Logarithmic; every value is above 0.</param>
/// <param name="FromZero">Includes 0; means nothing where the axis is logarithmic.</param>
internal sealed record FigureAxis(string Title, bool Log = false, bool FromZero = false);
