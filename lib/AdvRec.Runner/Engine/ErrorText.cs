using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;

namespace AdvRec.Runner.Engine;

/// <summary>An exception as its cell's author wants to read it: what went wrong, and the way from the cell to there.</summary>
internal static partial class ErrorText
{
    /// <summary>In characters, of one message: who needs more can print it.</summary>
    private const int LongestMessage = 10_000;

    /// <summary>The exception itself, where one only says that another was thrown.</summary>
    public static Exception Cause(Exception exception) => exception is TargetInvocationException { InnerException: { } cause } ? Cause(cause) : exception;

    public static string Of(Exception exception)
    {
        var text = new StringBuilder();
        for (var current = exception; current is not null; current = current.InnerException)
        {
            if (current != exception)
                text.Append("caused by ");
            text.Append(current.GetType().FullName).Append(": ").Append(Message(current)).Append('\n');
            foreach (var frame in Frames(current))
                text.Append("   at ").Append(frame).Append('\n');
        }

        return text.ToString().TrimEnd('\n');
    }

    private static string Message(Exception exception)
    {
        // An exception of the cell's own may well say nothing.
        var message = exception.Message ?? "";
        return message.Length <= LongestMessage ? message : message[..LongestMessage] + "…";
    }

    private static IEnumerable<string> Frames(Exception exception)
    {
        foreach (var line in (exception.StackTrace ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var frame = line.StartsWith("at ", StringComparison.Ordinal) ? line[3..] : "";
            if (EngineFrame().IsMatch(frame))
                yield break;
            if (frame.Length > 0 && !HostFrame().IsMatch(frame))
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

    [GeneratedRegex(@"^Microsoft\.(CodeAnalysis\.Scripting|DotNet\.Interactive\.Formatting)\.")]
    private static partial Regex EngineFrame();

    [GeneratedRegex(@"^(System\.Runtime\.(ExceptionServices|CompilerServices)|AdvRec\.Runner|Microsoft\.DotNet\.Interactive)\.")]
    private static partial Regex HostFrame();

    [GeneratedRegex(@" in (?:.*[\\/])?(?<file>[^\\/]+?)(?: \+(?<before>\d+))?:line (?<line>\d+)$")]
    private static partial Regex SourcePlace();

    [GeneratedRegex(@"^Submission#\d+\.")]
    private static partial Regex Submission();

    [GeneratedRegex("^<<Initialize>>")]
    private static partial Regex TopLevelCode();
}
