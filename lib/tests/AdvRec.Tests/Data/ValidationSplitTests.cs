using AdvRec.Data;

namespace AdvRec.Tests.Data;

public class ValidationSplitTests
{
    [Fact]
    public void Every_user_gives_one_training_item_and_keeps_the_rest()
    {
        var split = ValidationSplit.Of(Small.Data, seed: 1);

        Assert.Equal(Small.Data.ItemCount, split.ItemCount);
        for (var user = 0; user < Small.Data.UserCount; user++)
        {
            Assert.NotEqual(Small.Data.TestItem(user), split.TestItem(user));
            Assert.Equal(Small.Data.TrainingItems(user).ToArray(), split.TrainingItems(user).ToArray().Append(split.TestItem(user)).Order());
        }
    }

    [Fact]
    public void Same_seed_same_items_and_another_seed_others()
    {
        int[] Items(ulong seed)
        {
            var split = ValidationSplit.Of(Small.Data, seed);
            return [.. Enumerable.Range(0, split.UserCount).Select(split.TestItem)];
        }

        Assert.Equal(Items(1), Items(1));
        Assert.NotEqual(Items(1), Items(2));
    }

    [Fact]
    public void A_user_with_one_item_is_an_error_that_names_it() =>
        Assert.Contains("user 1 has 1 training item", Assert.Throws<DatasetException>(() => ValidationSplit.Of(new("two", [(0, 0), (0, 1), (1, 1)], [2, 0]))).Message, StringComparison.Ordinal);
}
