namespace AdvRec.Cli.Reports;

/// <summary>An error that nobody foresaw cost a notebook its page; the others of the report have theirs.</summary>
internal sealed class LostPageException(string path, Exception cause) : Exception($"{path}: no page", cause);
