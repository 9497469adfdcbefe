using AdvRec.Runner.Display;

// The namespace every cell sees, as in .NET Interactive.
namespace System;

/// <summary>What a cell calls on a value to show it.</summary>
public static class DisplayExtensions
{
    /// <summary>Shows a value below the cell.</summary>
    /// <param name="value">Any value, null included.</param>
    /// <param name="mimeTypes">MIME types to show it as; those that suit the value if none is given.</param>
    /// <returns>A handle to replace the value later.</returns>
    public static DisplayedValue Display(this object? value, params string[] mimeTypes) => DisplayedValue.Show(value, mimeTypes);

    /// <summary>Shows a text that is already of a MIME type, such as <c>text/html</c>.</summary>
    /// <param name="value">The text.</param>
    /// <param name="mimeType">Its MIME type.</param>
    /// <returns>A handle to replace the text later.</returns>
    public static DisplayedValue DisplayAs(this string value, string mimeType)
    {
        ArgumentNullException.ThrowIfNull(value);
        ArgumentException.ThrowIfNullOrWhiteSpace(mimeType);
        return DisplayedValue.ShowText(value, mimeType);
    }
}
