using System.CommandLine;
using System.CommandLine.Parsing;
using AdvRec.Cli.Notebooks;
using AdvRec.Cli.Reports;
using AdvRec.Data;

namespace AdvRec.Cli.Commands;

/// <summary>Runs a command and turns what goes wrong into one line on stderr and an exit code.</summary>
internal static class CommandLine
{
    /// <summary>What the tool is called wherever it speaks of itself.</summary>
    public const string Name = "advrec";

    private static readonly Option<bool> Verbose = new("--verbose")
    {
        Description = "Show where in the program an error came from.",
        Recursive = true,
    };

    public static async Task<int> InvokeAsync(RootCommand root, string[] args)
    {
        root.HelpName = Name;
        root.Add(Verbose);
        // A word that starts with @ is a word like any other, not a file of further words.
        var parsed = root.Parse(args, new() { ResponseFileTokenReplacer = null });
        if (WrongUsage.Of(parsed) is { } wrong)
            return Fail($"{wrong} '{Name}{PathOf(parsed.CommandResult)} --help' lists what there is.");

        try
        {
            return await parsed.InvokeAsync(new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeSpan.FromSeconds(10) });
        }
        catch (OperationCanceledException)
        {
            return Fail("Interrupted; nothing half-written is left.", ExitCodes.Interrupted);
        }
        catch (AggregateException exception)
        {
            return exception.Flatten().InnerExceptions.Max(each => Fail(parsed, each));
        }
        catch (Exception exception)
        {
            return Fail(parsed, exception);
        }
    }

    private static int Fail(ParseResult parsed, Exception exception)
    {
        var (line, exitCode) = exception switch
        {
            ArgumentOutOfRangeException { ParamName: { } property, ActualValue: var value } when parsed.CommandResult.Command.Options.Any(option => option.Name == OptionName(property)) =>
                ($"{OptionName(property)} {value}: {exception.Message.Split(" (Parameter")[0]}", ExitCodes.WrongUsage),
            NotFiniteNumberException => (exception.Message, ExitCodes.Failed),
            // Of the program's own files, which have the name of an assembly or lie where it does.
            FileLoadException => (Unforeseen(exception), ExitCodes.Unforeseen),
            FileNotFoundException { FileName: var file } when file is null || !Path.IsPathRooted(file) || file.StartsWith(AppContext.BaseDirectory, StringComparison.Ordinal) => (Unforeseen(exception), ExitCodes.Unforeseen),
            CommandException or DatasetException or NotebookFormatException or IOException or UnauthorizedAccessException => (exception.Message, ExitCodes.WrongUsage),
            LostPageException { InnerException: { } cause } => ($"{exception.Message}. {Unforeseen(cause)}", ExitCodes.Unforeseen),
            _ => (Unforeseen(exception), ExitCodes.Unforeseen),
        };
        return Fail(parsed.GetValue(Verbose) ? exception.ToString() : OneLine.Of(line), exitCode);
    }

    private static string Unforeseen(Exception exception) => $"Unforeseen: {exception.Message} ({exception.GetType().Name}); --verbose shows where.";

    /// <summary>A command as it is typed: data prepare.</summary>
    private static string PathOf(CommandResult result) => result.Parent is CommandResult parent ? $"{PathOf(parent)} {result.Command.Name}" : "";

    /// <summary>The option that a property of an options record came from: AdversarialEpochs is --adversarial-epochs, TopK is --topk.</summary>
    private static string OptionName(string property) =>
        property == "TopK" ? "--topk" : "--" + string.Concat(property.Select((letter, at) => (at > 0 && char.IsUpper(letter) ? "-" : "") + char.ToLowerInvariant(letter)));

    private static int Fail(string message, int exitCode = ExitCodes.WrongUsage)
    {
        Console.Error.WriteLine($"{Name}: {message}");
        return exitCode;
    }
}
