using AdvRec.Figures;
using AdvRec.Notebooks.Formatting;
using AdvRec.Notebooks.Html;
using AdvRec.Notebooks.Loading;
using AdvRec.Training;
using static System.FormattableString;

namespace AdvRec.Notebooks;

/// <content>Loss by epoch, as lines.</content>
public static partial class Charts
{
    /// <summary>Mean loss per triple by epoch, at the clean and, where there is one, at the perturbed factors; ln 2, what guessing gives, for comparison.</summary>
    /// <param name="epochs">One or more, as the trainer returns them.</param>
    /// <param name="title">Above the figure; any text.</param>
    /// <exception cref="ArgumentException">No epoch.</exception>
    public static Plot Loss(IReadOnlyList<EpochResult> epochs, string? title = null)
    {
        ArgumentNullException.ThrowIfNull(epochs);
        LossFigure.Check(epochs);
        return new Plot(
            title ?? "Training loss",
            LossFigure.Note,
            LossFigure.Table(epochs),
            FigureDrawer.Shared.Draw(LossFigure.Of(epochs)));
    }

    private static class LossFigure
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
}
