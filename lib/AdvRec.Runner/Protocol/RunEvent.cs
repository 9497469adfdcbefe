using System.Text.Json.Serialization;

namespace AdvRec.Runner.Protocol;

/// <summary>What a notebook process tells the one that started it; one JSON object a line.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(CellStarted), "started")]
[JsonDerivedType(typeof(OutputProduced), "output")]
[JsonDerivedType(typeof(OutputReplaced), "replace")]
[JsonDerivedType(typeof(CellFinished), "finished")]
[JsonDerivedType(typeof(NotebookFinished), "end")]
internal abstract record RunEvent;

/// <param name="Cell">Index of the cell in the notebook, from 0.</param>
internal sealed record CellStarted(int Cell) : RunEvent;

internal sealed record OutputProduced(int Cell, CellOutput Output) : RunEvent;

/// <summary>Replaces every output with the display id of <paramref name="Output"/>, in whatever cell.</summary>
internal sealed record OutputReplaced(CellOutput Output) : RunEvent;

internal sealed record CellFinished(int Cell, bool Failed, double Seconds) : RunEvent;

/// <param name="Facts">What it takes to get the same numbers again, by name.</param>
internal sealed record NotebookFinished(IReadOnlyDictionary<string, string> Facts) : RunEvent;
