using System.Text.Json.Serialization;

namespace AdvRec.Runner.Protocol;

/// <summary>What a notebook process tells the one that started it; one JSON object a line.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(CellStarted), "started")]
[JsonDerivedType(typeof(OutputProduced), "output")]
[JsonDerivedType(typeof(OutputReplaced), "replace")]
[JsonDerivedType(typeof(CellFinished), "finished")]
[JsonDerivedType(typeof(TimeExceeded), "late")]
[JsonDerivedType(typeof(NotebookFinished), "end")]
internal abstract record RunEvent;

/// <param name="Cell">Index of the cell in the notebook, from 0.</param>
/// <param name="Time">By the clock of the process that runs it: the event may be read late.</param>
internal sealed record CellStarted(int Cell, DateTimeOffset Time) : RunEvent;

internal sealed record OutputProduced(int Cell, CellOutput Output) : RunEvent;

/// <summary>Replaces every output with the display id of <paramref name="Output"/>, in whatever cell.</summary>
internal sealed record OutputReplaced(CellOutput Output) : RunEvent;

internal sealed record CellFinished(int Cell, bool Failed, double Seconds) : RunEvent;

/// <summary>The running cell is over its time; the process is waiting to be ended.</summary>
internal sealed record TimeExceeded : RunEvent;

/// <param name="Facts">What it takes to get the same numbers again, by name.</param>
internal sealed record NotebookFinished(IReadOnlyDictionary<string, string> Facts) : RunEvent;
