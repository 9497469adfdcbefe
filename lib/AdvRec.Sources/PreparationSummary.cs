namespace AdvRec.Sources;

/// <summary>What a preparation kept, and what it dropped and why.</summary>
public sealed record PreparationSummary
{
    /// <summary>Folder of the data set.</summary>
    public required string Output { get; init; }

    /// <summary>Ratings in the source.</summary>
    public required int Read { get; init; }

    /// <summary>Ratings of users beyond the first that were asked for.</summary>
    public required int OfOtherUsers { get; init; }

    /// <summary>Earlier ratings of a pair that was rated again.</summary>
    public required int Duplicates { get; init; }

    /// <summary>Ratings below the lowest or above the highest that was asked for.</summary>
    public required int OutOfRange { get; init; }

    /// <summary>Ratings of items with too few.</summary>
    public required int OfRareItems { get; init; }

    /// <summary>Ratings of users with too few.</summary>
    public required int OfRareUsers { get; init; }

    /// <summary>Ratings kept, the held-out ones included.</summary>
    public required int Kept { get; init; }

    /// <summary>Users kept.</summary>
    public required int Users { get; init; }

    /// <summary>Items kept.</summary>
    public required int Items { get; init; }

    /// <summary>Whether the source has times; otherwise the order of its rows stood for them.</summary>
    public required bool HasTimestamps { get; init; }

    /// <summary>What was understood of the source's layout.</summary>
    public IReadOnlyList<string> Understood { get; init; } = [];

    /// <summary>What the source holds: how many ratings, their times, how the ratings are distributed.</summary>
    public IReadOnlyList<string> Contents { get; init; } = [];

    /// <summary>Ratings of one user whose times differ by less than the whole seconds that are written; the finer times decided which was held out.</summary>
    public int SameSecond { get; init; }

    /// <summary>What was understood and read, then a line on what was kept, then one per reason to drop.</summary>
    public override string ToString() => string.Join(Environment.NewLine, (string[])[.. Understood, .. Contents, .. Outcome]);

    /// <summary>A line on what was kept, then one per reason to drop.</summary>
    public IReadOnlyList<string> Outcome
    {
        get
        {
            var lines = new List<string>
            {
                FormattableString.Invariant($"{Output}: {Users:N0} users, {Items:N0} items, {Kept:N0} of {Read:N0} ratings kept, one per user held out."),
            };
            foreach (var (count, reason) in (ReadOnlySpan<(int, string)>)[
                (OfOtherUsers, "of users after the first that were asked for"),
                (Duplicates, "of pairs that were rated again: the latest rating counts, of several at the same time the one furthest down the file"),
                (OutOfRange, "out of the range of ratings asked for"),
                (OfRareItems, "of items with too few ratings"),
                (OfRareUsers, "of users with too few ratings")])
            {
                if (count > 0)
                    lines.Add(FormattableString.Invariant($"  dropped {count:N0} {reason}"));
            }

            if (SameSecond > 0)
                lines.Add(FormattableString.Invariant($"  {SameSecond:N0} times differ by less than a second, and are the same in whole seconds; the finer times decided which rating was held out"));
            return lines;
        }
    }
}
