using AdvRec.Data;

namespace AdvRec.Models;

/// <summary>The unpersonalised baseline: an item's score is its number of training pairs, the same for every user.</summary>
public sealed class MostPopular : IRecommender
{
    private readonly float[] _scores;

    /// <param name="data">Whose training pairs are counted.</param>
    public MostPopular(LeaveOneOutDataset data)
    {
        ArgumentNullException.ThrowIfNull(data);
        UserCount = data.UserCount;
        _scores = [.. data.Popularity().Select(count => (float)count)];
    }

    /// <inheritdoc/>
    public int UserCount { get; }

    /// <inheritdoc/>
    public int ItemCount => _scores.Length;

    /// <inheritdoc/>
    public void Score(int firstUser, int userCount, Span<float> scores)
    {
        Shapes.ThrowIfOutside(this, firstUser, userCount, scores);
        for (var user = 0; user < userCount; user++)
            _scores.CopyTo(scores[(user * ItemCount)..]);
    }
}
