using AdvRec.Data;
using AdvRec.Evaluation;

namespace AdvRec.Tests.Evaluation;

public class RecommendationsTests
{
    private static readonly LeaveOneOutDataset Data = new("lists", [(0, 1), (1, 0), (1, 2)], [0, 1], itemCount: 4);
    private static readonly ScoreTable Scores = new(new[,] { { 0.5, 9, 0.25, 0.5 }, { 1, 2, 3, -4.5 } });

    [Fact]
    public void Best_items_first_without_training_items() =>
        Assert.Equal([(0, 0.5f), (3, 0.5f), (2, 0.25f)], Recommendations.For(Scores, Data, user: 0));

    [Fact]
    public void Lists_are_written_as_rows_of_user_item_score()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "new", "lists.tsv");

        Recommendations.WriteTsv(path, Scores, Data, topK: 2);

        Assert.Equal("0\t0\t0.5\n0\t3\t0.5\n1\t1\t2\n1\t3\t-4.5\n", File.ReadAllText(path));
        Assert.Single(Directory.GetFileSystemEntries(Path.GetDirectoryName(path)!));
    }
}
