using System.Text.RegularExpressions;
using AdvRec.Notebooks.Html;
using AdvRec.Runner.Protocol;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Events;
using Microsoft.DotNet.Interactive.Formatting;

namespace AdvRec.Runner.Output;

/// <summary>What the engine made of a value, and always a <c>text/plain</c> for readers that know nothing else.</summary>
internal static partial class DisplayData
{
    private const string FormatterSourceAttribute = "TypeFormatterSourceAttribute";

    public static Dictionary<string, string> Of(DisplayEvent shown)
    {
        var data = shown.FormattedValues.ToDictionary(formatted => formatted.MimeType, formatted => formatted.Value);
        if (data.TryGetValue(HtmlFormatter.MimeType, out var html) && html.Contains(PackedScript.Mark, StringComparison.Ordinal))
            PlotSession.Current.Bring();
        // A defect of the engine: a ToString that gives null is shown as an exception of its own.
        if (html?.Contains("PlainTextSummaryFormatter.Truncate(", StringComparison.Ordinal) == true)
            data[HtmlFormatter.MimeType] = NullText().Replace(html, "");
        // A text cell of an imported notebook is shown without there being a value.
        if (!data.ContainsKey(CellOutput.PlainText) && shown.Command is not DisplayValue)
            data[CellOutput.PlainText] = PlainText(shown.Value);
        return data;
    }

    // Formatting calls code of the notebook's, and what it throws here would reach nobody.
    private static string PlainText(object? value)
    {
        try
        {
            return value is not null && HasFormatterSource(value.GetType()) ? value.ToString() ?? "" : Formatter.ToDisplayString(value, CellOutput.PlainText);
        }
        catch (Exception exception)
        {
            return $"{value?.GetType().FullName}: its text cannot be shown ({(exception.InnerException ?? exception).GetType().FullName})";
        }
    }

    [GeneratedRegex(@"System\.NullReferenceException: [^<]*?PlainTextSummaryFormatter\.Truncate\([^<]*")]
    private static partial Regex NullText();

    // By name, as the formatters themselves find it: a library declares the attribute itself and needs no package.
    private static bool HasFormatterSource(Type type) =>
        type.GetCustomAttributes(inherit: true).Any(attribute => attribute.GetType().Name == FormatterSourceAttribute);
}
