using System.CommandLine;
using System.CommandLine.Parsing;
using AdvRec.Cli.Notebooks;
using AdvRec.Data;

namespace AdvRec.Cli.Commands;

/// <summary>Runs a command and turns what goes wrong into one line on stderr and an exit code.</summary>
internal static class CommandLine
{
    private static readonly Option<bool> Verbose = new("--verbose")
    {
        Description = "Show where in the program an error came from.",
        Recursive = true,
    };

    public static async Task<int> InvokeAsync(RootCommand root, string[] args)
    {
        root.HelpName = "advrec";
        root.Add(Verbose);
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            var reason = parsed.UnmatchedTokens is [var token, ..] ? $"Unknown command or option '{token}'." : OneLine(parsed.Errors[0].Message);
            return Fail($"{reason} 'advrec{PathOf(parsed.CommandResult)} --help' lists what there is.");
        }

        try
        {
            return await parsed.InvokeAsync(new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeSpan.FromSeconds(10) });
        }
        catch (OperationCanceledException)
        {
            return Fail("Interrupted; nothing half-written is left.", ExitCodes.Interrupted);
        }
        catch (ArgumentOutOfRangeException exception) when (exception.ParamName is not null)
        {
            return Fail(Message(parsed, exception, $"{OptionName(exception.ParamName)} {exception.ActualValue}: {exception.Message.Split(" (Parameter")[0]}"));
        }
        catch (NotFiniteNumberException exception)
        {
            return Fail(Message(parsed, exception, exception.Message), ExitCodes.Failed);
        }
        catch (Exception exception) when (exception is CommandException or DatasetException or NotebookFormatException or IOException or UnauthorizedAccessException)
        {
            return Fail(Message(parsed, exception, exception.Message));
        }
        catch (Exception exception)
        {
            return Fail(Message(parsed, exception, $"Unforeseen: {OneLine(exception.Message)} ({exception.GetType().Name}); --verbose shows where."), ExitCodes.Unforeseen);
        }
    }

    /// <summary>A command as it is typed: data prepare.</summary>
    private static string PathOf(CommandResult result) => result.Parent is CommandResult parent ? $"{PathOf(parent)} {result.Command.Name}" : "";

    private static string OneLine(string text) => string.Join(' ', text.Split((char[])['\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries));

    private static string Message(ParseResult parsed, Exception exception, string line) =>
        parsed.GetValue(Verbose) ? exception.ToString() : line;

    /// <summary>The option that a property of an options record came from: AdversarialEpochs is --adversarial-epochs, TopK is --topk.</summary>
    private static string OptionName(string property) =>
        property == "TopK" ? "--topk" : "--" + string.Concat(property.Select((letter, at) => (at > 0 && char.IsUpper(letter) ? "-" : "") + char.ToLowerInvariant(letter)));

    private static int Fail(string message, int exitCode = ExitCodes.WrongUsage)
    {
        Console.Error.WriteLine($"advrec: {message}");
        return exitCode;
    }
}
