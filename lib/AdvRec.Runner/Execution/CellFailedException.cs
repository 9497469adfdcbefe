namespace AdvRec.Runner.Execution;

/// <summary>Ends a cell with an error to show.</summary>
/// <param name="name">Type or code of the error, such as <c>CS0103</c>.</param>
/// <param name="message">What to show.</param>
internal sealed class CellFailedException(string name, string message) : Exception(message)
{
    public string Name { get; } = name;
}
