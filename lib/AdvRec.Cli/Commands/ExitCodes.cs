namespace AdvRec.Cli.Commands;

internal static class ExitCodes
{
    public const int Success = 0;

    /// <summary>A cell failed (the report shows where), training diverged, or a check found something missing.</summary>
    public const int Failed = 1;

    /// <summary>Wrong usage or unreadable input.</summary>
    public const int WrongUsage = 2;

    /// <summary>An error that nobody foresaw, as sysexits.h numbers it.</summary>
    public const int Unforeseen = 70;

    /// <summary>Ended by Ctrl-C, as shells report it.</summary>
    public const int Interrupted = 130;
}
