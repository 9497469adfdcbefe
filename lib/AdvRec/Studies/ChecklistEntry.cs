using AdvRec.Evaluation;

namespace AdvRec.Studies;

/// <summary>One model at one scale under one attack.</summary>
/// <param name="Model">The model's name.</param>
/// <param name="LengthsOf">Whose mean row lengths it was given; its own name for as it is.</param>
/// <param name="Attack">The attack's name.</param>
/// <param name="Result">What it costs.</param>
/// <param name="UserLength">Mean length of the users' rows that were attacked.</param>
/// <param name="ItemLength">Mean length of the items' rows that were attacked.</param>
public sealed record ChecklistEntry(string Model, string LengthsOf, string Attack, AttackedEvaluation Result, double UserLength, double ItemLength);
