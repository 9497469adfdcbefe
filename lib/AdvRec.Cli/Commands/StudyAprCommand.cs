using System.CommandLine;
using AdvRec.Cli.Studies;
using AdvRec.Data;
using AdvRec.Studies;

namespace AdvRec.Cli.Commands;

/// <summary><c>advrec study apr</c>: does adversarial training make a recommender more robust and more accurate, and more than L2 does?</summary>
internal sealed class StudyAprCommand : Command
{
    private static readonly AprStudyOptions Defaults = new();

    private readonly Option<string> _dataset = new("--dataset")
    {
        Description = "Data set: a name, or a folder with train.tsv and test.tsv.",
        DefaultValueFactory = _ => Datasets.Shipped,
    };

    private readonly Option<int> _seeds = new("--seeds") { Description = "How many seeds; at least 2.", DefaultValueFactory = _ => Defaults.Seeds };

    private readonly Option<int> _plainEpochs = new("--plain-epochs") { Description = "Plain epochs before the defence.", DefaultValueFactory = _ => Defaults.PlainEpochs };

    private readonly Option<int> _moreEpochs = new("--more-epochs") { Description = "Epochs after those.", DefaultValueFactory = _ => Defaults.MoreEpochs };

    private readonly Option<float> _epsilon = new("--epsilon") { Description = "Perturbation budget: Euclidean norm per row.", DefaultValueFactory = _ => Defaults.Epsilon };

    private readonly Option<bool> _json = new("--json") { Description = "Print one JSON object." };

    public StudyAprCommand()
        : base("apr", "Adversarial Personalized Ranking at about the paper's length: more robust, more accurate, more than L2?")
    {
        foreach (var option in (Option[])[_dataset, _seeds, _plainEpochs, _moreEpochs, _epsilon, _json])
            Add(option);
        SetAction((parsed, cancellation) => Task.Run(() => Run(parsed, cancellation), cancellation));
    }

    private int Run(ParseResult parsed, CancellationToken cancellation)
    {
        var options = new AprStudyOptions
        {
            Seeds = parsed.GetValue(_seeds),
            PlainEpochs = parsed.GetValue(_plainEpochs),
            MoreEpochs = parsed.GetValue(_moreEpochs),
            Epsilon = parsed.GetValue(_epsilon),
        };
        var data = Datasets.Load(parsed.GetValue(_dataset)!);
        var study = AprStudy.Run(data, options, done => Console.Error.WriteLine($"{done} of {options.Seeds} seeds done"), cancellation);
        if (parsed.GetValue(_json))
            AprOutput.WriteJson(data, study);
        else
            AprOutput.WriteTables(data, study);
        return ExitCodes.Success;
    }
}
