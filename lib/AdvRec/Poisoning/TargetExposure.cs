using AdvRec.Data;
using AdvRec.Evaluation;
using AdvRec.Models;
using MathNet.Numerics.Statistics;

namespace AdvRec.Poisoning;

/// <summary>How visible one item is to the real users who have not rated it: its rank in each of their full rankings.</summary>
public sealed class TargetExposure
{
    private readonly int[] _ranks;

    private TargetExposure(int[] ranks) => _ranks = ranks;

    /// <summary>
    /// Per user who has not rated the item, its rank among all items without a training pair of that user, counted from 1; equal scores count against it.
    /// In the order of the users.
    /// </summary>
    public IReadOnlyList<int> Ranks => _ranks;

    /// <summary>Mean rank, from 1.</summary>
    public double MeanRank => _ranks.Average();

    /// <summary>Median rank, from 1.</summary>
    public double MedianRank => _ranks.Select(rank => (double)rank).Median();

    /// <summary>HR@K of the target: the share of these users on whose list of K the item is, in [0, 1].</summary>
    /// <param name="topK">Length K of the list; at least 1.</param>
    public double HitRate(int topK = 10)
    {
        Valid.AtLeast(1, topK, nameof(topK));
        return _ranks.Count(rank => rank <= topK) / (double)_ranks.Length;
    }

    /// <summary>Ranks an item for every real user who has it neither as a training nor as the held-out item.</summary>
    /// <param name="model">Trained on the real users and perhaps on fake ones behind them.</param>
    /// <param name="realUsers">The data set without fake users.</param>
    /// <param name="target">Item id.</param>
    /// <exception cref="ArgumentException">The model has fewer users or other items than the data set, or every user has rated the item.</exception>
    /// <exception cref="NotFiniteNumberException">A score is NaN or infinite: such a model has no ranking.</exception>
    public static TargetExposure Of(IRecommender model, LeaveOneOutDataset realUsers, int target)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(realUsers);
        Shapes.ThrowIfDifferent(new FirstUsers(model, Math.Min(model.UserCount, realUsers.UserCount)), realUsers);
        Valid.Id(target, realUsers.ItemCount);

        var scores = new float[realUsers.ItemCount];
        var ranks = new List<int>();
        for (var user = 0; user < realUsers.UserCount; user++)
        {
            if (realUsers.TestItem(user) == target || realUsers.TrainingItems(user).BinarySearch(target) >= 0)
                continue;
            model.Score(user, 1, scores);
            Ranking.ThrowIfNotFinite(scores, user);
            ranks.Add(Ranking.Position(scores, target, realUsers.TrainingItems(user)) + 1);
        }

        return ranks.Count > 0 ? new([.. ranks]) : throw new ArgumentException($"Every user has rated item {target}: there is nobody to show it to.", nameof(target));
    }
}
