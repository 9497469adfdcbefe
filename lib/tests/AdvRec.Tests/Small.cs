using AdvRec.Data;
using AdvRec.Models;
using AdvRec.Training;

namespace AdvRec.Tests;

/// <summary>A data set small enough to train on in a blink: 60 users and 80 items in two groups that like the same things.</summary>
internal static class Small
{
    public static LeaveOneOutDataset Data { get; } = Create();

    public static MatrixFactorization Trained(BprOptions? options = null, int epochs = 3)
    {
        var model = MatrixFactorization.Create(Data, seed: 7, factors: 16, standardDeviation: 0.1);
        new BprTrainer(Data, model, options ?? new() { BatchSize = 64 }).Train(epochs);
        return model;
    }

    private static LeaveOneOutDataset Create()
    {
        var random = new Golden.SplitMix(3);
        var pairs = new List<(int User, int Item)>();
        var tests = new int[60];
        for (var user = 0; user < 60; user++)
        {
            var items = Enumerable.Range(0, 40).Select(item => 2 * item + user % 2).Where(_ => random.Next() % 3 == 0).DefaultIfEmpty(user % 2).ToArray();
            tests[user] = items[0] == user % 2 ? 2 + user % 2 : user % 2;
            pairs.AddRange(items.Where(item => item != tests[user]).Select(item => (user, item)));
        }

        return new("small", pairs, tests, itemCount: 80);
    }
}
