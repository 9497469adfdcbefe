using AdvRec.Notebooks.Formatting;
using AdvRec.Notebooks.Html;
using AdvRec.Notebooks.Loading;

namespace AdvRec.Notebooks;

/// <summary>
/// plotly.js, which draws every <see cref="Plot"/> of a page (3.6 MB, compressed to 1.5 MB); nothing that a reader sees. lib.dib ends with it, so that it comes with
/// the cell that imports lib.dib and stays in a saved notebook, whatever becomes of the cells with plots. Without it the first plot brings plotly.js along. Immutable.
/// </summary>
[TypeFormatterSource(typeof(RichFormatterSource), PreferredMimeTypes = ["text/html"])]
public sealed class PlotScript : IRichOutput
{
    private static readonly Lazy<string> s_element = new(() =>
    {
        using var plotly = FigureDrawer.Shared.OpenScript();
        return PackedScript.Of(plotly);
    });

    internal static string Element => s_element.Value;

    /// <summary>The script as a fragment of a page.</summary>
    public string ToHtml() => Element;

    string IRichOutput.ToShownHtml()
    {
        PlotSession.Current.Bring();
        return Element;
    }

    /// <summary>Nothing.</summary>
    public override string ToString() => "";
}
