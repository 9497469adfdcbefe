using AdvRec.Models;

namespace AdvRec.Notebooks.Tests;

/// <summary>Scores every item for every user as told.</summary>
internal sealed class FixedScores(params float[] scores) : IRecommender
{
    public int UserCount => 2;

    public int ItemCount => scores.Length;

    public void Score(int firstUser, int userCount, Span<float> all)
    {
        for (var user = 0; user < userCount; user++) scores.CopyTo(all[(user * ItemCount)..]);
    }
}
