using AdvRec.Data;
using AdvRec.Poisoning;

namespace AdvRec.Tests.Poisoning;

public class PoisonedDataTests
{
    private static readonly FakeProfile[] Fakes = [new([5, 0, 1]), new([2, 79])];

    [Fact]
    public void Real_users_stay_as_they_are_and_fakes_come_behind_them()
    {
        var poisoned = Small.Data.WithProfiles(Fakes);

        Assert.Equal((Small.Data.UserCount + 2, Small.Data.ItemCount), (poisoned.UserCount, poisoned.ItemCount));
        for (var user = 0; user < Small.Data.UserCount; user++)
        {
            Assert.Equal(Small.Data.TrainingItems(user), poisoned.TrainingItems(user));
            Assert.Equal(Small.Data.TestItem(user), poisoned.TestItem(user));
        }

        Assert.Equal([0, 1, 5], poisoned.TrainingItems(60).ToArray());
        Assert.Equal([2, 79], poisoned.TrainingItems(61).ToArray());
        Assert.Equal((2, 0), (poisoned.TestItem(60), poisoned.TestItem(61)));
    }

    [Fact]
    public void The_given_data_set_does_not_change()
    {
        var (before, pairs) = (Small.Data.ToString(), Small.Data.Popularity());
        Small.Data.WithProfiles(Fakes);
        Assert.Equal(before, Small.Data.ToString());
        Assert.Equal(pairs, Small.Data.Popularity());
    }

    [Fact]
    public void Titles_stay_known()
    {
        Item[] items = [new(0, "a", "First", ["Drama"]), new(1, "b", "Second", []), new(2, "c", "Third", [])];
        var poisoned = new LeaveOneOutDataset("titled", [(0, 0)], [1], items, 3).WithProfiles([new([2])]);
        Assert.Equal(("First", "Third", "Drama"), (poisoned.Title(0), poisoned.Title(2), poisoned.Genres(0)[0]));
    }

    [Fact]
    public void Profiles_that_do_not_fit_are_refused()
    {
        Assert.Contains("item 80", Assert.Throws<ArgumentException>(() => Small.Data.WithProfiles([new([80])])).Message, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("leave at least one out", Assert.Throws<ArgumentException>(() => Small.Data.WithProfiles([new(Enumerable.Range(0, 80))])).Message, StringComparison.Ordinal);
        Assert.Contains("twice", Assert.Throws<ArgumentException>(() => new FakeProfile([3, 4, 3])).Message, StringComparison.Ordinal);
        Assert.Contains("at least one", Assert.Throws<ArgumentException>(() => new FakeProfile([])).Message, StringComparison.Ordinal);
        Assert.Contains("Item -1", Assert.Throws<ArgumentException>(() => new FakeProfile([2, -1])).Message, StringComparison.Ordinal);
    }
}
