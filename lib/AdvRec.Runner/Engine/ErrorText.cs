using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace AdvRec.Runner.Engine;

/// <summary>An exception as its cell's author wants to read it: what went wrong, and the way from the cell to there.</summary>
internal static partial class ErrorText
{
    public static string Of(Exception exception)
    {
        var text = new StringBuilder();
        for (var current = exception; current is not null; current = current.InnerException)
        {
            if (current != exception)
                text.Append("caused by ");
            text.Append(current.GetType().FullName).Append(": ").Append(current.Message).Append('\n');
            foreach (var frame in Frames(current))
                text.Append("   at ").Append(frame).Append('\n');
        }

        return text.ToString().TrimEnd('\n');
    }

    private static IEnumerable<string> Frames(Exception exception)
    {
        foreach (var line in (exception.StackTrace ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var frame = line.StartsWith("at ", StringComparison.Ordinal) ? line[3..] : "";
            if (frame.StartsWith("Microsoft.CodeAnalysis.Scripting.", StringComparison.Ordinal))
                yield break;
            if (frame.Length > 0 && !RunnerFrame().IsMatch(frame))
                yield return Short(frame);
        }
    }

    // Folders are noise to the reader, and differ between machines.
    private static string Short(string frame)
    {
        var place = SourcePlace().Match(frame);
        var method = Submission().Replace(place.Success ? frame[..place.Index] : frame, "");
        if (!place.Success)
            return method;
        var line = Number(place.Groups["before"]) + Number(place.Groups["line"]);
        var source = string.Create(CultureInfo.InvariantCulture, $"{place.Groups["file"].Value}, line {line}");
        return TopLevelCode().IsMatch(method) ? source : $"{method} in {source}";
    }

    private static int Number(Group group) => group.Success ? int.Parse(group.Value, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"^(System\.Runtime\.(ExceptionServices|CompilerServices)|AdvRec\.Runner)\.")]
    private static partial Regex RunnerFrame();

    [GeneratedRegex(@" in (?:.*[\\/])?(?<file>[^\\/]+?)(?: \+(?<before>\d+))?:line (?<line>\d+)$")]
    private static partial Regex SourcePlace();

    [GeneratedRegex(@"^Submission#\d+\.")]
    private static partial Regex Submission();

    [GeneratedRegex("^<<Initialize>>")]
    private static partial Regex TopLevelCode();
}
