namespace AdvRec.Runner.Execution;

/// <summary>A part of a C# cell: magic commands cut it into parts that run one after the other.</summary>
internal abstract record CellStep;

/// <param name="Code">C#, preceded by as many empty lines as precede it in the cell, so that line numbers hold.</param>
internal sealed record CodeStep(string Code) : CellStep;

/// <param name="Path">As written, relative to the notebook's folder.</param>
/// <param name="Line">Line of the cell, from 1.</param>
internal sealed record ImportStep(string Path, int Line) : CellStep;

/// <param name="Packages">NuGet packages that the code after this step needs.</param>
/// <param name="Sources">Feeds to look for them, beside those of the machine.</param>
internal sealed record PackageStep(IReadOnlyList<PackageReference> Packages, IReadOnlyList<string> Sources) : CellStep;
