using Microsoft.AspNetCore.Html;

namespace AdvRec.Runner.Display;

/// <summary>Functions that every cell can call by their bare name.</summary>
public static class CellFunctions
{
#pragma warning disable IDE1006 // The names that .NET Interactive gave them.
    /// <summary>Shows a value below the cell.</summary>
    /// <param name="value">Any value, null included.</param>
    /// <param name="mimeTypes">MIME types to show it as; those that suit the value if none is given.</param>
    /// <returns>A handle to replace the value later.</returns>
    public static DisplayedValue display(object? value, params string[] mimeTypes) => DisplayedValue.Show(value, mimeTypes);
#pragma warning restore IDE1006

    /// <summary>Marks a text as HTML, so that it is shown as such.</summary>
    /// <param name="content">Markup.</param>
    public static IHtmlContent HTML(string content) => new HtmlString(content);
}
