using AdvRec.Evaluation;

namespace AdvRec.Studies;

/// <summary>What one budget costs.</summary>
/// <param name="Epsilon">Budget ε.</param>
/// <param name="Drop">In per cent of the clean value: mean over seeds and 95 % interval.</param>
public sealed record BudgetDrop(double Epsilon, Interval Drop);
