using AdvRec.Attacks;

namespace AdvRec.Tests.Attacks;

public class RandomNoiseTests
{
    [Fact]
    public void Every_row_moves_by_epsilon_in_a_direction_of_its_own()
    {
        var noise = new RandomNoise(0.5f).Perturb(Small.Trained(), seed: 1);

        Assert.All(noise.UserFactors.RowNorms().Concat(noise.ItemFactors.RowNorms()), norm => Assert.Equal(0.5, norm, 5));
        // Directions in 16 dimensions are nearly at right angles: the mean cosine of 60 rows to the first is about 0.
        var rows = noise.UserFactors.ToMatrix();
        Assert.Equal(0, Enumerable.Range(1, rows.RowCount - 1).Average(row => rows.Row(0) * rows.Row(row) / 0.25), 0.1);
    }

    [Fact]
    public void Same_seed_same_noise_and_the_model_stays()
    {
        var model = Small.Trained();
        var before = model.Sha256();

        Assert.Equal((model + new RandomNoise(1).Perturb(model, 1)).Sha256(), (model + new RandomNoise(1).Perturb(model, 1)).Sha256());
        Assert.NotEqual((model + new RandomNoise(1).Perturb(model, 1)).Sha256(), (model + new RandomNoise(1).Perturb(model, 2)).Sha256());
        Assert.Equal(before, model.Sha256());
    }
}
