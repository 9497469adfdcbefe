namespace AdvRec.Cli.Checks;

internal enum CheckState
{
    Ready,

    /// <summary>Nothing that has to be there.</summary>
    NotNeeded,
    Missing,
}

/// <summary>One line of <c>advrec check</c>.</summary>
/// <param name="State">Whether it may stay as it is.</param>
/// <param name="Name">What was looked at.</param>
/// <param name="Found">What is there, in one line.</param>
/// <param name="ToDo">What to do; null where nothing is to be done.</param>
internal sealed record CheckResult(CheckState State, string Name, string Found, string? ToDo = null)
{
    public static CheckResult Ready(string name, string found) => new(CheckState.Ready, name, found);

    public static CheckResult NotNeeded(string name, string found, string? toDo = null) => new(CheckState.NotNeeded, name, found, toDo);

    public static CheckResult Missing(string name, string found, string toDo) => new(CheckState.Missing, name, found, toDo);

    public override string ToString()
    {
        var mark = State switch { CheckState.Ready => "ok", CheckState.NotNeeded => "-", _ => "MISSING" };
        var line = $"{mark,-9}{Name,-10}{Found}";
        return ToDo is null ? line : $"{line}\n{"",19}{ToDo}";
    }
}
