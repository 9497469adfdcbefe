using AdvRec.Data;

namespace AdvRec.Models;

/// <summary>What must have the same numbers of users, items and factors.</summary>
internal static class Shapes
{
    public static void ThrowIfDifferent(IRecommender model, LeaveOneOutDataset data)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(data);
        if (model.UserCount != data.UserCount || model.ItemCount != data.ItemCount)
        {
            throw new ArgumentException(
                $"The model is for {model.UserCount} users and {model.ItemCount} items, {data.Name} has {data.UserCount} and {data.ItemCount}; create the model from this data set.",
                nameof(model));
        }
    }

    public static void ThrowIfDifferent(MatrixFactorization model, Perturbation perturbation)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(perturbation);
        if (!HaveSameShape(model.UserFactors, perturbation.UserFactors) || !HaveSameShape(model.ItemFactors, perturbation.ItemFactors))
        {
            throw new ArgumentException(
                $"The perturbation is of {perturbation.UserFactors} (users) and {perturbation.ItemFactors} (items), the model of {model.UserFactors} and {model.ItemFactors}; attack this model.",
                nameof(perturbation));
        }
    }

    public static void ThrowIfDifferent(FactorMatrix userFactors, FactorMatrix itemFactors)
    {
        ArgumentNullException.ThrowIfNull(userFactors);
        ArgumentNullException.ThrowIfNull(itemFactors);
        if (userFactors.Factors != itemFactors.Factors)
            throw new ArgumentException($"Users have {userFactors.Factors} factors, items {itemFactors.Factors}; the score ⟨p, q⟩ needs the same number.", nameof(itemFactors));
    }

    /// <summary>A block of users to score, and as much memory as its scores take.</summary>
    public static void ThrowIfOutside(IRecommender model, int firstUser, int userCount, ReadOnlySpan<float> scores)
    {
        Valid.Id(firstUser, model.UserCount);
        if (userCount < 0 || userCount > model.UserCount - firstUser)
            throw new ArgumentOutOfRangeException(nameof(userCount), userCount, $"From user {firstUser} on there are {model.UserCount - firstUser} users; score 0 to that many.");
        if (scores.Length < (long)userCount * model.ItemCount)
            throw new ArgumentException($"{scores.Length} places for {userCount} × {model.ItemCount} scores.", nameof(scores));
    }

    private static bool HaveSameShape(FactorMatrix a, FactorMatrix b) => a.Rows == b.Rows && a.Factors == b.Factors;
}
