namespace AdvRec.Cli.Commands;

/// <summary>Ends a command with one line for the user: what went wrong, where, and what to do.</summary>
internal sealed class CommandException(string message, Exception? cause = null) : Exception(message, cause);
