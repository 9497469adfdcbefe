using AdvRec.Data;
using AdvRec.Models;

namespace AdvRec.Notebooks.Builders;

/// <summary>What <see cref="Tables.Recommended"/> shows.</summary>
internal static class RecommendedTable
{
    public static NotebookTable Of(LeaveOneOutDataset data, IRecommender model, int user, int topK, string? title)
    {
        var ranking = new UserRanking(data, model, user, topK);
        var ratings = data.Popularity();
        string[] genres = data.HasTitles ? ["Genres"] : [];
        return Tables.Of(
            title ?? $"What user {user} is recommended",
            ["Rank", "Title", .. genres, "Training ratings", "Score"],
            ranking.List.Select((entry, place) => (IReadOnlyList<object?>)[
                place + 1,
                ranking.Title(entry.Item),
                .. genres.Select(_ => string.Join(", ", data.Genres(entry.Item))),
                ratings[entry.Item],
                entry.Score]),
            textColumns: 2 + genres.Length);
    }
}
