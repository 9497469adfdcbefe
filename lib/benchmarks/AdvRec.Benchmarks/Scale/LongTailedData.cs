using AdvRec.Benchmarks.Measuring;
using AdvRec.Data;

namespace AdvRec.Benchmarks.Scale;

/// <summary>
/// Synthetic interactions shaped like MovieLens: items by Zipf's law (an item's probability is about 1/rank), users with 20 items and a
/// long tail on top. Item ids say nothing about popularity, every item occurs.
/// </summary>
internal static class LongTailedData
{
    private const int LeastPerUser = 20;

    public static LeaveOneOutDataset Create(Size size)
    {
        int[] users = new int[size.Pairs + size.Users], items = new int[users.Length], testItems = new int[size.Users];
        var count = 0;
        foreach (var (user, chosen) in Users(size))
        {
            foreach (var item in chosen.Skip(1))
            {
                if (count == users.Length)
                    (users, items) = (Longer(users), Longer(items));
                (users[count], items[count++]) = (user, item);
            }

            testItems[user] = chosen[0];
        }

        return new($"synthetic, {size}", new InteractionColumns("synthetic", users[..count], items[..count]),
            new InteractionColumns("synthetic", [.. Enumerable.Range(0, size.Users)], testItems), items: null, size.Items);
    }

    public static string WriteFiles(Size size) => InteractionFiles.Write(
        FormattableString.Invariant($"{size.Pairs}"),
        Users(size).SelectMany(user => user.Items.Skip(1), (user, item) => (user.User, item)),
        Users(size).Select(user => (user.User, user.Items[0])));

    /// <summary>Every user's items, the held-out one first.</summary>
    private static IEnumerable<(int User, List<int> Items)> Users(Size size)
    {
        var random = new Random(1);
        var owner = new int[size.Items];
        Array.Fill(owner, -1);
        for (var user = 0; user < size.Users; user++)
        {
            var items = new List<int>();
            var wanted = 1 + Activity(size, random);
            for (var item = user; item < size.Items; item += size.Users)
                Take(item);
            while (items.Count < wanted)
                Take(Popular(size, random));
            // The held-out item is any of them.
            var held = random.Next(items.Count);
            (items[0], items[held]) = (items[held], items[0]);
            yield return (user, items);

            void Take(int item)
            {
                if (owner[item] == user)
                    return;
                owner[item] = user;
                items.Add(item);
            }
        }
    }

    // The square of an exponential number has the mean 2 and a tail like that of MovieLens' most active users.
    private static int Activity(Size size, Random random)
    {
        var tail = Math.Log(1 - random.NextDouble());
        var items = LeastPerUser + ((double)size.Pairs / size.Users - LeastPerUser) / 2 * tail * tail;
        return (int)Math.Min(items, size.Items / 3);
    }

    private static int Popular(Size size, Random random)
    {
        // Items^r with r uniform is distributed as 1/rank; multiplying by a prime scatters the ranks over the ids.
        var rank = Math.Min((int)Math.Pow(size.Items, random.NextDouble()) - 1, size.Items - 1);
        return (int)(rank * 1_000_003L % size.Items);
    }

    private static int[] Longer(int[] array)
    {
        Array.Resize(ref array, array.Length + array.Length / 8);
        return array;
    }
}
