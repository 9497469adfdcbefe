using AdvRec.Data;
using AdvRec.Models;
using AdvRec.Notebooks.Html;
using static System.FormattableString;

namespace AdvRec.Notebooks.Builders;

/// <summary>What <see cref="Tables.ListChange"/> shows.</summary>
internal static class ListChangeTable
{
    public static NotebookTable Of(
        LeaveOneOutDataset data, int user, (string Name, IRecommender Model) before, (string Name, IRecommender Model) after, int topK, string? title)
    {
        UserRanking first = new(data, before.Model, user, topK), second = new(data, after.Model, user, topK);
        var rows = Enumerable.Range(0, Math.Max(first.List.Count, second.List.Count)).Select(place => (IReadOnlyList<string>)[
            Invariant($"{place + 1}"),
            Before(first, second, place),
            After(second, place),
            Change(first, second, place)]);
        return new(
            title ?? $"What user {user} is recommended: {before.Name}, {after.Name}",
            new Table(["Rank", before.Name, after.Name, "Change"], [.. rows], TextColumns: 4),
            Invariant($"↑ ↓: places moved up or down; =: same place; new: not among the first {topK} on the left; gone: not among the first {topK} on the right."),
            Summary(first, second, topK));
    }

    private static string Before(UserRanking first, UserRanking second, int place)
    {
        if (place >= first.List.Count) return "";
        var item = first.List[place].Item;
        return second.PlaceOf(item) is null ? $"{Formatting.Isolated.Of(first.Title(item))} (gone)" : first.Title(item);
    }

    private static string After(UserRanking second, int place) => place < second.List.Count ? second.Title(second.List[place].Item) : "";

    private static string Change(UserRanking first, UserRanking second, int place)
    {
        if (place >= second.List.Count) return "";
        return (first.PlaceOf(second.List[place].Item) - place) switch
        {
            null => "new",
            0 => "=",
            > 0 and var up => Invariant($"↑{up}"),
            var down => Invariant($"↓{-down}"),
        };
    }

    private static string Summary(UserRanking first, UserRanking second, int topK)
    {
        var stayed = second.List.Count(entry => first.PlaceOf(entry.Item) is not null);
        return Invariant($"{stayed} of the first {topK} stayed; held-out item: rank {first.HeldOutRank:N0} → {second.HeldOutRank:N0} of {first.RankedItems:N0}.");
    }
}
