using AdvRec.Data;
using AdvRec.Studies;

namespace AdvRec.Tests.Studies;

/// <summary>What the course says of Adversarial Personalized Ranking at about the paper's length, on both data sets: the saved study with fewer seeds.</summary>
public class AprClaimTests
{
    [Theory, InlineData("movielens-small"), InlineData("movielens-500")]
    public void It_takes_a_third_or_more_off_every_controls_drop_and_ranks_no_worse_than_plain_training(string name)
    {
        var data = name == Datasets.Shipped ? Datasets.Load(name) : Movielens500.Load().Data;
        var study = AprStudy.Run(data, new() { Seeds = 2, Penalties = [300], Every = 60 }, cancellation: TestContext.Current.CancellationToken);

        double Drop(AprVariant variant) => study.Chosen(variant, at => at.Drop.Ndcg).Mean;
        double Ndcg(AprVariant variant) => study.Chosen(variant, at => at.Clean.Ndcg).Mean;
        Assert.All(Enum.GetValues<AprVariant>().Where(variant => variant != AprVariant.Apr), control => Assert.True(
            Drop(AprVariant.Apr) < Drop(control) * 2 / 3, FormattableString.Invariant($"{Drop(AprVariant.Apr)} against {Drop(control)} of {control}")));
        Assert.True(Ndcg(AprVariant.Apr) > Ndcg(AprVariant.Plain), FormattableString.Invariant($"{Ndcg(AprVariant.Apr)} against {Ndcg(AprVariant.Plain)}"));
    }
}
