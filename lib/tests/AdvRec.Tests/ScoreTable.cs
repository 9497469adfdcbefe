using AdvRec.Models;

namespace AdvRec.Tests;

/// <summary>Scores given number by number.</summary>
internal sealed class ScoreTable(double[,] scores) : IRecommender
{
    public int UserCount => scores.GetLength(0);

    public int ItemCount => scores.GetLength(1);

    public void Score(int firstUser, int userCount, Span<float> destination)
    {
        for (var user = 0; user < userCount; user++)
        {
            for (var item = 0; item < ItemCount; item++)
                destination[user * ItemCount + item] = (float)scores[firstUser + user, item];
        }
    }
}
