using System.Text.RegularExpressions;

namespace AdvRec.Runner.Execution;

/// <summary>What <c>#r "nuget: NAME, VERSION"</c> asks for; without a version, the newest.</summary>
internal sealed partial record PackageReference(string Name, string Version)
{
    /// <summary>Null if the line is something else.</summary>
    public static PackageReference? Parse(string line)
    {
        var match = Reference().Match(line);
        return match.Success ? new(match.Groups["name"].Value, match.Groups["version"] is { Success: true, Value: var version } ? version : "*") : null;
    }

    /// <summary>The feed that <c>#i "nuget: ADDRESS"</c> names; null if the line is something else.</summary>
    public static string? ParseSource(string line) => Source().Match(line) is { Success: true } match ? match.Groups["source"].Value : null;

    [GeneratedRegex("""^\s*#r\s+"nuget:\s*(?<name>[\w.-]+)\s*(,\s*(?<version>[^"\s]+)\s*)?"\s*$""", RegexOptions.ExplicitCapture)]
    private static partial Regex Reference();

    [GeneratedRegex("""^\s*#i\s+"nuget:\s*(?<source>[^"]+?)\s*"\s*$""", RegexOptions.ExplicitCapture)]
    private static partial Regex Source();
}
