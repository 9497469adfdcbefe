using AdvRec.Figures;
using AdvRec.Notebooks.Formatting;
using AdvRec.Notebooks.Html;
using AdvRec.Training;
using static System.FormattableString;

namespace AdvRec.Notebooks.Builders;

/// <summary>What <see cref="Charts.Loss"/> shows, as a figure and as a table.</summary>
internal static class LossFigure
{
    public const string Note = "Guessing gives ln 2 ≈ 0.693 nats.";

    public static void Check(IReadOnlyList<EpochResult> epochs)
    {
        if (epochs.Count == 0) throw new ArgumentException("No epoch to show; train for at least one.", nameof(epochs));
    }

    public static CurveFigure Of(IReadOnlyList<EpochResult> epochs) => new(
        new("epoch"),
        new("mean loss per triple (nats)", FromZero: true),
        HasAdversarial(epochs)
            ? [Series("clean factors", epochs, e => e.Loss), Series("perturbed factors", epochs, e => e.AdversarialLoss)]
            : [Series("loss", epochs, e => e.Loss)],
        new ReferenceLevel("guessing (ln 2)", Math.Log(2)));

    public static Table Table(IReadOnlyList<EpochResult> epochs) => HasAdversarial(epochs)
        ? new(["Epoch", "Loss at clean factors (nats)", "Loss at perturbed factors (nats)"],
            [.. epochs.Select(e => (IReadOnlyList<string>)[Invariant($"{e.Epoch}"), Exact(e.Loss), Exact(e.AdversarialLoss)])])
        : new(["Epoch", "Loss (nats)"],
            [.. epochs.Select(e => (IReadOnlyList<string>)[Invariant($"{e.Epoch}"), Exact(e.Loss)])]);

    private static bool HasAdversarial(IReadOnlyList<EpochResult> epochs) => epochs.Any(e => e.AdversarialLoss is not null);

    private static CurveSeries Series(string name, IReadOnlyList<EpochResult> epochs, Func<EpochResult, double?> loss) => new(name,
        [.. epochs.Select(e => new CurveSample(e.Epoch, loss(e) ?? double.NaN, double.NaN, double.NaN, Invariant($"epoch {e.Epoch}, {name}: {Exact(loss(e))} nats")))]);

    private static string Exact(double? loss) => NumberText.Fixed(loss ?? double.NaN);
}
