using System.CommandLine;
using AdvRec.Runner.Notebooks;

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
        root.Add(Verbose);
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            var reason = parsed.UnmatchedTokens is [var token, ..] ? $"Unknown command or option '{token}'." : parsed.Errors[0].Message;
            var command = parsed.CommandResult.Command == root ? "" : $" {parsed.CommandResult.Command.Name}";
            return Fail($"{reason} 'advrec{command} --help' lists what there is.");
        }

        try
        {
            return await parsed.InvokeAsync(new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeSpan.FromSeconds(10) });
        }
        catch (OperationCanceledException)
        {
            return Fail("Interrupted; nothing half-written is left.", ExitCodes.Interrupted);
        }
        catch (Exception exception) when (exception is CommandException or NotebookFormatException or IOException or UnauthorizedAccessException)
        {
            return Fail(parsed.GetValue(Verbose) ? exception.ToString() : exception.Message);
        }
    }

    private static int Fail(string message, int exitCode = ExitCodes.WrongUsage)
    {
        Console.Error.WriteLine($"advrec: {message}");
        return exitCode;
    }
}
