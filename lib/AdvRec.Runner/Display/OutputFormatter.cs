using System.Reflection;
using AdvRec.Runner.Protocol;
using Microsoft.DotNet.Interactive.Formatting;

namespace AdvRec.Runner.Display;

/// <summary>Turns values into text as .NET Interactive does; types with a <c>string ToHtml()</c> of their own as Verso does.</summary>
internal static class OutputFormatter
{
    private const string FormatterSourceAttribute = "TypeFormatterSourceAttribute";

    /// <summary>Content by MIME type, always with a <c>text/plain</c> for readers that know nothing else.</summary>
    public static Dictionary<string, string> Format(object? value, IReadOnlyCollection<string> mimeTypes)
    {
        var type = value?.GetType() ?? typeof(object);
        var toHtml = OwnHtml(type);
        if (toHtml is not null && mimeTypes.Count == 0)
            return new() { [HtmlFormatter.MimeType] = (string)toHtml.Invoke(value, null)!, [CellOutput.PlainText] = value!.ToString() ?? "" };

        if (mimeTypes.Count == 0)
            mimeTypes = Formatter.GetPreferredMimeTypesFor(type);
        var data = mimeTypes.ToDictionary(mimeType => mimeType, mimeType => Formatter.ToDisplayString(value, mimeType));
        if (!data.ContainsKey(CellOutput.PlainText))
            data[CellOutput.PlainText] = HasFormatterSource(type) ? value!.ToString() ?? "" : Formatter.ToDisplayString(value, CellOutput.PlainText);
        return data;
    }

    private static MethodInfo? OwnHtml(Type type)
    {
        var method = HasFormatterSource(type) ? null : type.GetMethod("ToHtml", BindingFlags.Public | BindingFlags.Instance, []);
        return method?.ReturnType == typeof(string) ? method : null;
    }

    // By name, as the formatters themselves find it: a library declares the attribute itself and needs no package.
    private static bool HasFormatterSource(Type type) =>
        type.GetCustomAttributes(inherit: true).Any(attribute => attribute.GetType().Name == FormatterSourceAttribute);
}
