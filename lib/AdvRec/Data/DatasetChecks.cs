namespace AdvRec.Data;

/// <summary>What must hold between the rows of a data set. Every complaint names the line.</summary>
internal static class DatasetChecks
{
    public const int MostProblems = 20;

    /// <returns>The number of users and of items.</returns>
    public static (int UserCount, int ItemCount) ContiguousIds(InteractionColumns training, InteractionColumns test, int? itemCount)
    {
        foreach (var columns in (InteractionColumns[])[training, test])
        {
            if (columns.Count == 0)
                throw new DatasetException($"{columns.Source}:1: there are no interactions.");
            for (var row = 0; row < columns.Count; row++)
            {
                if (columns.Users[row] < 0 || columns.Items[row] < 0)
                    throw new DatasetException($"{columns.At(row)}: user {columns.Users[row]}, item {columns.Items[row]}: ids must be 0 or more.");
            }
        }

        ThrowOnGap("user", training, test, columns => columns.Users);
        var highestItem = Math.Max(training.Items.Max(), test.Items.Max());
        if (itemCount is null)
            ThrowOnGap("item", training, test, columns => columns.Items);
        else if (highestItem >= itemCount)
            throw new DatasetException($"{training.Source}: item {highestItem} lies beyond the catalogue of {itemCount} items.");
        return (Math.Max(training.Users.Max(), test.Users.Max()) + 1, itemCount ?? highestItem + 1);
    }

    /// <returns>The held-out item of every user.</returns>
    public static int[] TestItems(InteractionColumns training, InteractionColumns test, int userCount)
    {
        var problems = new List<string>();
        var trained = new bool[userCount];
        foreach (var user in training.Users)
            trained[user] = true;

        var testItems = new int[userCount];
        Array.Fill(testItems, -1);
        for (var row = 0; row < test.Count && problems.Count < MostProblems; row++)
        {
            var user = test.Users[row];
            if (!trained[user])
                problems.Add($"{test.At(row)}: user {user} has no training rows in {training.Source}; leave-one-out needs at least one.");
            if (testItems[user] >= 0)
                problems.Add($"{test.At(row)}: user {user} has a second test row; leave-one-out holds out exactly one.");
            testItems[user] = test.Items[row];
        }

        for (var row = 0; row < training.Count && problems.Count < MostProblems; row++)
        {
            var user = training.Users[row];
            if (testItems[user] >= 0)
                continue;
            problems.Add($"{training.At(row)}: user {user} has no test row in {test.Source}; leave-one-out needs one per user.");
            testItems[user] = 0;
        }

        ThrowIfAny(problems);
        return testItems;
    }

    public static void NoDuplicates(LeaveOneOutDataset dataset, InteractionColumns training, InteractionColumns test)
    {
        var problems = new List<string>();
        for (var user = 0; user < dataset.UserCount && problems.Count < MostProblems; user++)
        {
            var items = dataset.TrainingItems(user);
            // Naming a line takes a walk through the file, which is done for as many as are reported, no more.
            for (var k = 1; k < items.Length && problems.Count < MostProblems; k++)
            {
                if (items[k] == items[k - 1])
                    problems.Add($"{training.At(LastRow(training, user, items[k]))}: user {user} has item {items[k]} twice; keep one of the rows.");
            }

            if (items.BinarySearch(dataset.TestItem(user)) >= 0)
            {
                var row = LastRow(test, user, dataset.TestItem(user));
                problems.Add($"{test.At(row)}: item {dataset.TestItem(user)} is also a training item of user {user}; a held-out item must not be trained on.");
            }
        }

        ThrowIfAny(problems);
    }

    public static void ThrowIfAny(List<string> problems)
    {
        if (problems.Count > 0)
            throw new DatasetException([.. problems.Take(MostProblems)]);
    }

    private static int LastRow(InteractionColumns columns, int user, int item)
    {
        var row = columns.Count - 1;
        while (columns.Users[row] != user || columns.Items[row] != item)
            row--;
        return row;
    }

    private static void ThrowOnGap(string kind, InteractionColumns training, InteractionColumns test, Func<InteractionColumns, int[]> ids)
    {
        // n rows hold at most n different ids, so the first missing one is at most n.
        var present = new bool[training.Count + test.Count + 1];
        foreach (var columns in (InteractionColumns[])[training, test])
        {
            foreach (var id in ids(columns))
            {
                if (id < present.Length)
                    present[id] = true;
            }
        }

        var gap = Array.IndexOf(present, false);
        if (Math.Max(ids(training).Max(), ids(test).Max()) < gap)
            return;

        var (behind, row, source) = new[] { training, test }
            .SelectMany(columns => ids(columns).Select((id, row) => (id, row, columns)))
            .Where(entry => entry.id > gap)
            .MinBy(entry => entry.id);
        throw new DatasetException(
            $"{source.At(row)}: {kind} {behind} comes after a gap: no row has {kind} {gap}. Ids must be contiguous from 0; `advrec data prepare` renumbers them.");
    }
}
