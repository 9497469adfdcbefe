using AdvRec.Data;
using AdvRec.Models;

namespace AdvRec.Evaluation;

/// <summary>
/// How much a model's recommendations lean towards what is popular already. Measures after Abdollahpouri, Burke and Mobasher 2019.
/// </summary>
/// <param name="TopK">Length K of the recommendation lists.</param>
/// <param name="AveragePopularity">Training pairs of a recommended item, averaged over each list and then over users.</param>
/// <param name="LongTailShare">Share of long-tail items in a list, averaged over users; in [0, 1].</param>
/// <param name="Coverage">Share of the catalogue that is in at least one user's list; in [0, 1].</param>
public sealed record PopularityBias(int TopK, double AveragePopularity, double LongTailShare, double Coverage)
{
    /// <summary>Measures the lists of all users.</summary>
    /// <param name="model">Anything that scores.</param>
    /// <param name="data">Training items, which are not recommended and whose number makes an item popular.</param>
    /// <param name="topK">Length K of the lists; at least 1.</param>
    /// <param name="headShare">Share of the catalogue that is the short head, the most popular items; the others are the long tail. In (0, 1).</param>
    /// <exception cref="NotFiniteNumberException">A score is NaN or infinite.</exception>
    public static PopularityBias Of(IRecommender model, LeaveOneOutDataset data, int topK = 10, double headShare = 0.2)
    {
        Shapes.ThrowIfDifferent(model, data);
        Valid.AtLeast(1, topK, nameof(topK));
        var popularity = data.Popularity();
        var isTail = LongTail(popularity, headShare);
        var lists = Enumerable.Range(0, data.UserCount)
            .Select(user => Recommendations.For(model, data, user, topK).Select(entry => entry.Item).ToArray())
            .Where(list => list.Length > 0).ToList();
        return new(
            topK,
            lists.Average(list => list.Average(item => popularity[item])),
            lists.Average(list => list.Average(item => isTail[item] ? 1.0 : 0)),
            lists.SelectMany(list => list).Distinct().Count() / (double)data.ItemCount);
    }

    /// <summary>Which items belong to the long tail: all but the most popular ones; of equally popular ones, the smaller id counts as more popular.</summary>
    /// <param name="popularity">Training pairs per item.</param>
    /// <param name="headShare">Share of the catalogue that is the short head; in (0, 1).</param>
    internal static IReadOnlyList<bool> LongTail(IReadOnlyList<int> popularity, double headShare = 0.2)
    {
        ArgumentNullException.ThrowIfNull(popularity);
        if (headShare is not (> 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(headShare), headShare, "The short head's share must lie between 0 and 1.");
        var isTail = new bool[popularity.Count];
        foreach (var item in Enumerable.Range(0, isTail.Length).OrderByDescending(item => popularity[item]).Skip((int)Math.Round(headShare * isTail.Length)))
            isTail[item] = true;
        return isTail;
    }
}
