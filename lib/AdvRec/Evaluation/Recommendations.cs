using AdvRec.Data;
using AdvRec.Models;

namespace AdvRec.Evaluation;

/// <summary>What a model recommends: the best-scored items that the user has no training pair with.</summary>
public static class Recommendations
{
    /// <summary>The first K items for one user, best first; of equal scores, the smaller item id first.</summary>
    /// <param name="model">Anything that scores.</param>
    /// <param name="data">Training items, which are not recommended.</param>
    /// <param name="user">User id, from 0.</param>
    /// <param name="topK">Length K of the list; at least 1. Shorter where fewer items are left.</param>
    /// <exception cref="ArgumentException">There is no such user, or model and data differ in users or items.</exception>
    /// <exception cref="NotFiniteNumberException">A score is NaN or infinite.</exception>
    public static IReadOnlyList<Recommendation> For(IRecommender model, LeaveOneOutDataset data, int user, int topK = 10)
    {
        Shapes.ThrowIfDifferent(model, data);
        Valid.Id(user, data.UserCount);
        Valid.AtLeast(1, topK, nameof(topK));
        var scores = new float[data.ItemCount];
        model.Score(user, 1, scores);
        Ranking.ThrowIfNotFinite(scores, user);
        foreach (var item in data.TrainingItems(user))
            scores[item] = float.NegativeInfinity;
        return (Recommendation[])
        [
            .. scores.Select((score, item) => new Recommendation(item, score))
                .Where(entry => !float.IsNegativeInfinity(entry.Score))
                .OrderByDescending(entry => entry.Score)
                .Take(topK),
        ];
    }
}
