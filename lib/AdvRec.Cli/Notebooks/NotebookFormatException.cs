namespace AdvRec.Cli.Notebooks;

/// <summary>A file that a notebook host could not open either.</summary>
internal sealed class NotebookFormatException(string path, int line, string reason)
    : Exception($"{path}, line {line}: {reason}");
