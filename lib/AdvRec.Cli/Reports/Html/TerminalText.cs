using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace AdvRec.Cli.Reports.Html;

/// <summary>Console text as a terminal shows it: \r and \b move back, so that what follows overwrites; ANSI colours and bold are shown, other control sequences are not.</summary>
internal static partial class TerminalText
{
    private static readonly string[] Colours = ["", "ansi-red", "ansi-green", "ansi-yellow", "ansi-blue", "ansi-magenta", "ansi-cyan", ""];

    /// <returns>Markup.</returns>
    public static string Render(string text) =>
        text.AsSpan().ContainsAny('\r', '\b', '\u001b') ? string.Join('\n', Lines(text)) : HtmlText.Encode(text);

    private static IEnumerable<string> Lines(string text)
    {
        var (colour, bold) = ("", false);
        foreach (var line in text.Split('\n'))
        {
            var cells = new List<(char Character, string Style)>();
            var cursor = 0;
            for (var at = 0; at < line.Length; at++)
            {
                if (line[at] == '\r')
                {
                    cursor = 0;
                }
                else if (line[at] == '\b')
                {
                    cursor = Math.Max(0, cursor - 1);
                }
                else if (line[at] == '\u001b')
                {
                    var sequence = ControlSequence().Match(line, at);
                    at += sequence.Length - 1;
                    if (sequence.Groups["end"].Value == "m")
                        (colour, bold) = Style(sequence.Groups["numbers"].Value, colour, bold);
                    else if (sequence.Groups["end"].Value == "K")
                        cells.RemoveRange(Math.Min(cursor, cells.Count), cells.Count - Math.Min(cursor, cells.Count));
                }
                else
                {
                    var cell = (line[at], string.Join(' ', new[] { colour, bold ? "ansi-bold" : "" }.Where(style => style.Length > 0)));
                    if (cursor < cells.Count)
                        cells[cursor] = cell;
                    else
                        cells.Add(cell);
                    cursor++;
                }
            }

            yield return Markup(cells);
        }
    }

    private static (string Colour, bool Bold) Style(string numbers, string colour, bool bold)
    {
        var codes = numbers.Split(';').Select(number => int.TryParse(number, CultureInfo.InvariantCulture, out var code) ? code : 0).ToList();
        // 38 and 48 choose from more colours than there are here, with numbers of their own.
        if (codes[0] is 38 or 48)
            return (colour, bold);
        foreach (var code in codes)
        {
            (colour, bold) = code switch
            {
                0 => ("", false),
                1 => (colour, true),
                22 => (colour, false),
                >= 30 and <= 37 => (Colours[code - 30], bold),
                >= 90 and <= 97 => (Colours[code - 90], bold),
                39 => ("", bold),
                _ => (colour, bold),
            };
        }

        return (colour, bold);
    }

    private static string Markup(List<(char Character, string Style)> cells)
    {
        var html = new StringBuilder();
        for (int start = 0, end; start < cells.Count; start = end)
        {
            var style = cells[start].Style;
            for (end = start; end < cells.Count && cells[end].Style == style;)
                end++;
            var text = HtmlText.Encode(string.Concat(cells.GetRange(start, end - start).Select(cell => cell.Character)));
            html.Append(style.Length == 0 ? text : $"<span class=\"{style}\">{text}</span>");
        }

        return html.ToString();
    }

    // CSI NUMBERS LETTER, or OSC TEXT BEL, or whatever two characters.
    [GeneratedRegex("\\G\u001b(\\[(?<numbers>[0-9;?]*)(?<end>[ -/]*[@-~])|\\][^\u0007\u001b]*(\u0007|\u001b\\\\)?|.?)", RegexOptions.ExplicitCapture)]
    private static partial Regex ControlSequence();
}
