namespace AdvRec.Data;

/// <summary>A data set cannot be used; the message says which file and line, why, and where it helps, what to do.</summary>
public sealed class DatasetException : Exception
{
    /// <param name="problems">What is wrong, one line each; at least one.</param>
    public DatasetException(params IReadOnlyList<string> problems)
        : base(string.Join(Environment.NewLine, problems)) => Problems = problems;

    /// <summary>What is wrong, one line each.</summary>
    public IReadOnlyList<string> Problems { get; }
}
