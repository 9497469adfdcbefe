using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using System.Globalization;

namespace AdvRec.Cli.Commands;

/// <summary>What is wrong with a command line, in the words of whoever typed it.</summary>
internal static class WrongUsage
{
    /// <returns>A sentence; null if nothing is wrong.</returns>
    public static string? Of(ParseResult parsed) => parsed.CommandResult.Children.Any(result => result is OptionResult { Option: HelpOption })
        ? null
        : UnknownWord(parsed)
        ?? parsed.CommandResult.Children.Select(Wrong).FirstOrDefault(wrong => wrong is not null)
        ?? (parsed.Errors is [var error, ..] ? $"{OneLine.Of(error.Message).TrimEnd('.')}." : null);

    // A command that takes files would take an option that it does not know for one, unless -- says so.
    private static string? UnknownWord(ParseResult parsed)
    {
        var isToldApart = parsed.Tokens.Any(token => token.Type == TokenType.DoubleDash);
        var options = parsed.CommandResult.Children.OfType<ArgumentResult>().SelectMany(argument => argument.Tokens)
            .Select(token => token.Value).Where(word => !isToldApart && word is ['-', _, ..]);
        return parsed.UnmatchedTokens.Concat(options).FirstOrDefault() is { } word ? $"Unknown command or option '{word}'." : null;
    }

    private static string? Wrong(SymbolResult result)
    {
        var (name, type) = result switch
        {
            OptionResult given => (given.Option.Name, given.Option.ValueType),
            ArgumentResult given => (given.Argument.Name, given.Argument.ValueType),
            _ => ("", typeof(string)),
        };
        var words = result.Tokens.Select(token => token.Value).ToList();
        if (words.Exists(word => word.Length == 0))
            return $"{name} is empty.";
        return Number(type) is var (what, isNumber) && words.Find(word => !isNumber(word)) is { } wrong ? $"{name} {wrong}: {what} is needed." : null;
    }

    // The parser would follow the machine's language, and take 0,5 for 5 where commas group thousands.
    private static (string What, Predicate<string> IsNumber)? Number(Type type)
    {
        var culture = CultureInfo.InvariantCulture;
        return Type.GetTypeCode(Nullable.GetUnderlyingType(type) ?? type) switch
        {
            TypeCode.Int32 => ($"a whole number up to {int.MaxValue}", word => int.TryParse(word, NumberStyles.AllowLeadingSign, culture, out _)),
            TypeCode.UInt64 => ($"a whole number from 0 to {ulong.MaxValue}", word => ulong.TryParse(word, NumberStyles.None, culture, out _)),
            TypeCode.Single or TypeCode.Double => ("a number such as 0.5, with a decimal point,", word => double.TryParse(word, NumberStyles.Float, culture, out _)),
            _ => null,
        };
    }
}
