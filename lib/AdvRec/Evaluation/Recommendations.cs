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
        return Best(scores, topK);
    }

    private static Recommendation[] Best(float[] scores, int topK)
    {
        // The worst of the best comes first: the lowest score and, of equal scores, the largest id.
        var best = new PriorityQueue<int, (float Score, int MinusItem)>();
        for (var item = 0; item < scores.Length; item++)
        {
            if (best.Count < topK && !float.IsNegativeInfinity(scores[item]))
                best.Enqueue(item, (scores[item], -item));
            else if (best.Count == topK && best.TryPeek(out _, out var worst) && scores[item] > worst.Score)
                best.EnqueueDequeue(item, (scores[item], -item));
        }

        return [.. best.UnorderedItems.Select(entry => new Recommendation(entry.Element, entry.Priority.Score)).OrderByDescending(entry => entry.Score).ThenBy(entry => entry.Item)];
    }
}
