namespace AdvRec.Evaluation;

/// <summary>A measure of a leave-one-out ranking, in [0, 1]. A new one is one more entry here: studies, tables and figures show all.</summary>
public sealed class Measure
{
    private readonly Func<int, int, int, double> _ofUser;
    private readonly bool _isAtK;

    private Measure(string name, string unit, bool isAtK, Func<int, int, int, double> ofUser) => (Name, Unit, _isAtK, _ofUser) = (name, unit, isAtK, ofUser);

    /// <summary>HR@K: 1 where the held-out item is among the first K, averaged over users.</summary>
    public static Measure HitRatio { get; } = new("HR", "share of users", isAtK: true, (position, _, topK) => position < topK ? 1 : 0);

    /// <summary>nDCG@K: ln 2 / ln(position + 2) where the held-out item is among the first K (position counts from 0), averaged over users.</summary>
    public static Measure Ndcg { get; } = new("nDCG", "gain (1 = first place)", isAtK: true, (position, _, topK) => position < topK ? Math.Log(2) / Math.Log(position + 2) : 0);

    /// <summary>AUC: share of candidates ranked below the held-out item, averaged over users; with no candidate to lose against, it is ranked perfectly. Does not depend on K.</summary>
    public static Measure Auc { get; } = new("AUC", "share of items below", isAtK: false, (position, candidates, _) => candidates == 0 ? 1 : 1 - (double)position / candidates);

    /// <summary>Every measure.</summary>
    public static IReadOnlyList<Measure> All { get; } = [HitRatio, Ndcg, Auc];

    /// <summary>Such as "HR".</summary>
    public string Name { get; }

    /// <summary>What 1 stands for, for an axis.</summary>
    public string Unit { get; }

    /// <summary>Such as "HR@100", or "AUC".</summary>
    /// <param name="topK">Length K of the list.</param>
    public string At(int topK) => _isAtK ? $"{Name}@{topK}" : Name;

    /// <summary>This one of several measures' values: <c>Measure.Auc.Of</c> is the same as <c>m => m.Auc</c>.</summary>
    /// <param name="metrics">The values of all measures.</param>
    public double Of(Metrics metrics)
    {
        ArgumentNullException.ThrowIfNull(metrics);
        return metrics[this];
    }

    /// <summary>Its name.</summary>
    public override string ToString() => Name;

    internal double OfUser(int position, int candidates, int topK) => _ofUser(position, candidates, topK);
}
