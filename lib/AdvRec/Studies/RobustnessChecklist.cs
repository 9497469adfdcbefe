using AdvRec.Data;
using AdvRec.Evaluation;
using AdvRec.Models;

namespace AdvRec.Studies;

/// <summary>
/// Whether one model is more robust than others, asked in every way that this library knows: one gradient step, iterated attacks with and without restarts, a budget
/// in proportion to each row, and noise as the control; each several times; the models as they are and brought to each other's row lengths; by every measure.
/// Users are compared pairwise, and the verdicts are corrected for all that is asked.
/// </summary>
public sealed class RobustnessChecklist
{
    private readonly IReadOnlyList<string> _models;

    private RobustnessChecklist(ChecklistOptions options, IReadOnlyList<string> models, IReadOnlyList<ChecklistEntry> entries)
    {
        (Options, _models, Entries) = (options, models, entries);
        Findings = Finding.Holm([.. MoreAccurate(), .. MoreRobust(), .. AttackedMoreThanShaken()]);
    }

    /// <summary>What was tried.</summary>
    public ChecklistOptions Options { get; }

    /// <summary>Every model at every scale under every attack.</summary>
    public IReadOnlyList<ChecklistEntry> Entries { get; }

    /// <summary>
    /// Whether the first model ranks better than each other; whether each attack takes less from it, as they are and with rows as long as either's;
    /// and whether each attack takes more from each model than noise of the same length does. Differences are means over users, in the measure's own unit; verdicts are corrected by Holm across all.
    /// </summary>
    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>Attacks the models and compares the first with every other, its controls.</summary>
    /// <param name="data">What the attackers know and the users are ranked by.</param>
    /// <param name="models">Two or more of different names: the one that is claimed to be robust, then its controls, such as a plain model and one trained on the loss counted twice.</param>
    /// <param name="options">Defaults if null.</param>
    /// <param name="onAttack">Called with how many attacks are done, and how many there are.</param>
    /// <param name="cancellation">Checked between attacks. By default, that of the notebook cell which is running.</param>
    /// <exception cref="ArgumentException">Fewer than two models, two of one name, or a model that is not of the data's users and items.</exception>
    /// <exception cref="NotFiniteNumberException">A model's factors are NaN or infinite.</exception>
    public static RobustnessChecklist Run(
        LeaveOneOutDataset data,
        IReadOnlyList<(string Name, MatrixFactorization Model)> models,
        ChecklistOptions? options = null,
        Action<int, int>? onAttack = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(models);
        if (models.Count < 2 || models.DistinctBy(model => model.Name).Count() < models.Count)
            throw new ArgumentException($"{models.Count} models: the checklist compares the first with every other; give two or more, of different names.", nameof(models));
        var o = options ?? new();
        cancellation = HostCancellation.Or(cancellation);
        var evaluator = new LeaveOneOutEvaluator(data, o.TopK, o.Threads);
        var attacks = o.Attacks();
        var scaled = Scaled(models);
        var entries = new List<ChecklistEntry>();
        foreach (var (name, lengthsOf, model) in scaled)
        {
            foreach (var (attackName, attack) in attacks)
            {
                cancellation.ThrowIfCancellationRequested();
                var result = evaluator.Evaluate(model, attack, o.Seed, o.Draws);
                entries.Add(new(name, lengthsOf, attackName, result, model.UserFactors.RowNorms().Average(), model.ItemFactors.RowNorms().Average()));
                onAttack?.Invoke(entries.Count, scaled.Count * attacks.Count);
            }
        }

        return new(o, [.. models.Select(model => model.Name)], entries);
    }

    /// <summary>Every model as it is, and the first and each other with rows as long, on average, as the other's.</summary>
    private static List<(string Name, string LengthsOf, MatrixFactorization Model)> Scaled(IReadOnlyList<(string Name, MatrixFactorization Model)> models)
    {
        var (name, first) = models[0];
        return
        [
            .. models.Select(model => (model.Name, model.Name, model.Model)),
            .. models.Skip(1).Select(other => (other.Name, name, other.Model.RescaleTo(first))),
            .. models.Skip(1).Select(other => (name, other.Name, first.RescaleTo(other.Model))),
        ];
    }

    private IEnumerable<Finding> MoreAccurate() =>
        from other in _models.Skip(1)
        from measure in Measure.All
        let pairs = Entry(_models[0], _models[0], ChecklistOptions.Noise).Result.Clean.PerUser(measure.Of)
            .Zip(Entry(other, other, ChecklistOptions.Noise).Result.Clean.PerUser(measure.Of), (mine, others) => mine - others)
        select Finding.Of($"{_models[0]} ranks better than {other}", measure.At(Options.TopK), [.. pairs]);

    private IEnumerable<Finding> MoreRobust() =>
        from other in _models.Skip(1)
        from attack in AttackNames
        from lengths in ((string Mine, string Others, string Text)[])
            [(_models[0], other, ""), (_models[0], _models[0], $", rows as long as {_models[0]}'s"), (other, other, $", rows as long as {other}'s")]
        from measure in Measure.All
        select Less($"{attack} takes less from {_models[0]} than from {other}{lengths.Text}", measure, Entry(_models[0], lengths.Mine, attack), Entry(other, lengths.Others, attack));

    private IEnumerable<Finding> AttackedMoreThanShaken() =>
        from model in _models
        from attack in AttackNames.Except([ChecklistOptions.Proportional, ChecklistOptions.Noise])
        from measure in Measure.All
        select Less($"{attack} takes more from {model} than noise does", measure, Entry(model, model, ChecklistOptions.Noise), Entry(model, model, attack));

    private IEnumerable<string> AttackNames => Options.Attacks().Select(attack => attack.Name);

    private Finding Less(string claim, Measure measure, ChecklistEntry less, ChecklistEntry more) => Finding.Of(
        claim, measure.At(Options.TopK), [.. more.Result.Losses(measure.Of).Zip(less.Result.Losses(measure.Of), (most, least) => most - least)]);

    private ChecklistEntry Entry(string model, string lengthsOf, string attack) =>
        Entries.Single(entry => entry.Model == model && entry.LengthsOf == lengthsOf && entry.Attack == attack);
}
