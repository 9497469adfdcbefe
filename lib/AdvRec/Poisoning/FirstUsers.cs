using AdvRec.Models;

namespace AdvRec.Poisoning;

/// <summary>A view of a model with its first users alone: the real ones, where fake users come behind them.</summary>
public sealed class FirstUsers : IRecommender
{
    private readonly IRecommender _model;

    /// <param name="model">Scores; it is not copied.</param>
    /// <param name="userCount">How many of its users; from 1 to all.</param>
    public FirstUsers(IRecommender model, int userCount)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (userCount < 1 || userCount > model.UserCount)
            throw new ArgumentOutOfRangeException(nameof(userCount), userCount, $"The model has {model.UserCount} users; take 1 to {model.UserCount} of them.");
        _model = model;
        UserCount = userCount;
    }

    /// <inheritdoc/>
    public int UserCount { get; }

    /// <inheritdoc/>
    public int ItemCount => _model.ItemCount;

    /// <inheritdoc/>
    public void Score(int firstUser, int userCount, Span<float> scores)
    {
        Shapes.ThrowIfOutside(this, firstUser, userCount, scores);
        _model.Score(firstUser, userCount, scores);
    }
}
