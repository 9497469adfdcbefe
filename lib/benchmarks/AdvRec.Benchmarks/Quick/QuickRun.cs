using AdvRec.Benchmarks.Baselines;
using AdvRec.Benchmarks.Measuring;
using AdvRec.Data;
using AdvRec.Models;

namespace AdvRec.Benchmarks.Quick;

/// <summary>Every workload once, each with its baseline and the machine's limit beside it.</summary>
internal static class QuickRun
{
    private const string Preferred = "movielens-500";

    public static int Run(string? dataset)
    {
        var name = dataset ?? (Datasets.IsAvailable(Preferred) ? Preferred : Datasets.Shipped);
        var data = Datasets.Load(name);

        // First, while the process is cold.
        var coldSeconds = HandsOnWorkload.Once(data, threads: 0);

        var machine = new MachineLimits();
        MachineWorkloads.Print(machine);
        Agreement.Check(data, Start(data), new NaiveTwin(data, Start(data)), new MathNetHandsOn(data, Start(data)));

        var stages = new Stages(data, machine);
        stages.BprEpoch();
        stages.Attack();
        stages.HandsOnEpoch();
        stages.AprEpoch();
        stages.Evaluation();
        HandsOnWorkload.Print(data, stages, coldSeconds);
        LoadWorkload.Print();
        return 0;
    }

    public static MatrixFactorization Start(LeaveOneOutDataset data) => MatrixFactorization.Create(data, seed: 1);
}
