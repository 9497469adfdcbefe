namespace AdvRec.Evaluation;

/// <summary>The three measures of a leave-one-out ranking, each in [0, 1].</summary>
/// <param name="HitRatio">HR@K: 1 where the held-out item is among the first K, averaged over users.</param>
/// <param name="Ndcg">nDCG@K: ln 2 / ln(position + 2) where the held-out item is among the first K (position counts from 0), averaged over users.</param>
/// <param name="Auc">AUC: share of candidates ranked below the held-out item, averaged over users. Does not depend on K.</param>
public readonly record struct Metrics(double HitRatio, double Ndcg, double Auc)
{
    /// <summary>One line, such as "HR 0.3333, nDCG 0.2891, AUC 0.8200".</summary>
    public override string ToString() => FormattableString.Invariant($"HR {HitRatio:F4}, nDCG {Ndcg:F4}, AUC {Auc:F4}");
}
