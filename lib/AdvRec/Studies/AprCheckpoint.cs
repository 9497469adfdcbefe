using AdvRec.Evaluation;

namespace AdvRec.Studies;

/// <summary>One model of an <see cref="AprStudy"/> at one epoch.</summary>
/// <param name="Epoch">Epochs trained so far.</param>
/// <param name="Validation">nDCG of the validation items: what epochs and penalties are chosen by.</param>
/// <param name="Clean">Measures of the test items.</param>
/// <param name="Drop">By how many per cent an attack lowers them, mean over the draws.</param>
/// <param name="RescaledDrop">The same with rows as long, on average, as the adversarially trained model's at its chosen epoch; null if not measured.</param>
/// <param name="UserLength">Mean length of users' rows.</param>
/// <param name="ItemLength">Mean length of items' rows.</param>
public sealed record AprCheckpoint(int Epoch, double Validation, Metrics Clean, Metrics Drop, Metrics? RescaledDrop, double UserLength, double ItemLength);
