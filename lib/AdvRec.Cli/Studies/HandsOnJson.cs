using System.Text.Json;
using AdvRec.Data;
using AdvRec.Evaluation;
using AdvRec.Studies;
using AdvRec.Training;

namespace AdvRec.Cli.Studies;

/// <summary>One JSON object per run, on a line of its own.</summary>
internal sealed class HandsOnJson(LeaveOneOutDataset data) : IHandsOnOutput
{
    private string? _caution;

    public void OnEpoch(EpochResult epoch)
    {
    }

    public void Add(HandsOnResult result)
    {
        var options = result.Options;
        _caution = result.Trained.Caution;
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            dataset = data.Name,
            users = data.UserCount,
            items = data.ItemCount,
            trainingPairs = data.TrainingPairCount,
            seed = options.Seed,
            recipe = options.Recipe.Name,
            epsilon = options.Epsilon,
            topK = options.TopK,
            threads = options.Threads == 0 ? Environment.ProcessorCount : options.Threads,
            trained = Metrics(result.Trained),
            attacked = Metrics(result.Attacked),
            defended = Metrics(result.Defended),
            defendedAttacked = Metrics(result.DefendedAttacked),
            seconds = new
            {
                train = result.Times.Train,
                attack = result.Times.Attack,
                adversarialTrain = result.Times.AdversarialTrain,
                evaluate = result.Times.Evaluate,
            },
            parametersSha256 = result.Model.Sha256(),
        }));
    }

    public void Finish()
    {
        if (_caution is not null)
            Console.Error.WriteLine($"advrec: {_caution}.");
    }

    private static Dictionary<string, double> Metrics(EvaluationResult result)
    {
        var mean = result.Mean;
        return Measure.All.ToDictionary(measure => measure.Name.ToLowerInvariant(), measure => mean[measure]);
    }
}
