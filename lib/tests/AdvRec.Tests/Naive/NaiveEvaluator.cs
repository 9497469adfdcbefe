using AdvRec.Data;

namespace AdvRec.Tests.Naive;

/// <summary>
/// The original's evaluation, user by user: how many candidates score at least as high as the held-out item. A score that is NaN is never
/// counted, which ranks a NaN held-out item first; the library refuses such models instead.
/// </summary>
internal static class NaiveEvaluator
{
    public static int[] Positions(LeaveOneOutDataset data, double[,] scores)
    {
        var positions = new int[data.UserCount];
        for (var user = 0; user < data.UserCount; user++)
        {
            for (var item = 0; item < data.ItemCount; item++)
            {
                var isCandidate = item != data.TestItem(user) && !data.TrainingItems(user).Contains(item);
                if (isCandidate && scores[user, item] >= scores[user, data.TestItem(user)])
                    positions[user]++;
            }
        }

        return positions;
    }
}
