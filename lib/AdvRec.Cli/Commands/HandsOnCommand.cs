using System.CommandLine;
using AdvRec.Cli.Studies;
using AdvRec.Data;
using AdvRec.Studies;
using AdvRec.Training;

namespace AdvRec.Cli.Commands;

/// <summary><c>advrec handson</c>: the whole hands-on without a notebook, for one seed or many.</summary>
internal sealed class HandsOnCommand : Command
{
    private static readonly HandsOnOptions Defaults = new();

    private readonly Option<string> _dataset = new("--dataset")
    {
        Description = "Data set: a name, or a folder with train.tsv and test.tsv.",
        DefaultValueFactory = _ => Datasets.Shipped,
    };

    private readonly Option<ulong> _seed = new("--seed") { Description = "First seed.", DefaultValueFactory = _ => Defaults.Seed };

    private readonly Option<int> _seeds = new("--seeds") { Description = "How many seeds to run, counted up from the first.", DefaultValueFactory = _ => 1 };

    private readonly Option<string> _recipe = new("--recipe") { Description = "How the defence trains.", DefaultValueFactory = _ => Defaults.Recipe.Name };

    private readonly Option<int> _epochs = new("--epochs") { Description = "Plain epochs before the first attack.", DefaultValueFactory = _ => Defaults.Epochs };

    private readonly Option<int> _adversarialEpochs = new("--adversarial-epochs") { Description = "Epochs of the defence.", DefaultValueFactory = _ => Defaults.AdversarialEpochs };

    private readonly Option<float> _epsilon = new("--epsilon") { Description = "Perturbation budget: Euclidean norm per row.", DefaultValueFactory = _ => Defaults.Epsilon };

    private readonly Option<float> _weight = new("--weight") { Description = "Weight of the adversarial loss.", DefaultValueFactory = _ => Defaults.Weight };

    private readonly Option<int> _topK = new("--topk") { Description = "Length of the recommendation list.", DefaultValueFactory = _ => Defaults.TopK };

    private readonly Option<int> _threads = new("--threads") { Description = "Most threads to use; 0 for one per processor. Changes no digit.", DefaultValueFactory = _ => Defaults.Threads };

    private readonly Option<bool> _json = new("--json") { Description = "Print one JSON object per seed, on a line of its own." };

    public HandsOnCommand()
        : base("handson", "Train, attack, defend, attack again; print what was measured.")
    {
        _recipe.AcceptOnlyFromAmong([.. AdversarialRecipe.All.Select(recipe => recipe.Name)]);
        _seeds.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, out var count) && count < 1)
                result.AddError("--seeds must be a whole number of at least 1.");
        });
        foreach (var option in (Option[])[_dataset, _seed, _seeds, _recipe, _epochs, _adversarialEpochs, _epsilon, _weight, _topK, _threads, _json])
            Add(option);
        SetAction((parsed, cancellation) => Task.Run(() => Run(parsed, cancellation), cancellation));
    }

    private int Run(ParseResult parsed, CancellationToken cancellation)
    {
        var options = new HandsOnOptions
        {
            Seed = parsed.GetValue(_seed),
            Recipe = AdversarialRecipe.Named(parsed.GetValue(_recipe)!),
            Epochs = parsed.GetValue(_epochs),
            AdversarialEpochs = parsed.GetValue(_adversarialEpochs),
            Epsilon = parsed.GetValue(_epsilon),
            Weight = parsed.GetValue(_weight),
            TopK = parsed.GetValue(_topK),
            Threads = parsed.GetValue(_threads),
        };
        var data = Datasets.Load(parsed.GetValue(_dataset)!);
        IHandsOnOutput output = parsed.GetValue(_json) ? new HandsOnJson(data) : new HandsOnTable(data, options);
        for (var run = 0; run < parsed.GetValue(_seeds); run++)
            output.Add(HandsOn.Run(data, options with { Seed = options.Seed + (ulong)run }, output.OnEpoch, cancellation));
        output.Finish();
        return ExitCodes.Success;
    }
}
