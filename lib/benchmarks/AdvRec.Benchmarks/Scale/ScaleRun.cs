using AdvRec.Attacks;
using AdvRec.Benchmarks.Measuring;
using AdvRec.Benchmarks.Quick;
using AdvRec.Data;
using AdvRec.Studies;
using AdvRec.Training;

namespace AdvRec.Benchmarks.Scale;

/// <summary>How time per triple, memory and loading grow from 0.07 to 20 million interactions.</summary>
internal static class ScaleRun
{
    public const int MostPairs = 20_000_000;
    private const int MostPairsOfHandsOn = 100_000;

    // Asks for more than a million, since the cap on the most active users takes a part.
    public static readonly Size MovieLens1M = new(6_040, 3_706, 1_130_000);
    private static readonly Size Largest = new(140_000, 27_000, MostPairs);
    private static readonly Size[] Sizes = [new(500, 3_172, 84_000), MovieLens1M, new(35_000, 13_500, 5_000_000), Largest];

    public static int Run(int mostPairs, bool full)
    {
        var sizes = Sizes.Where(size => size.Pairs < mostPairs).Append(Limited(mostPairs)).ToList();
        var machine = new MachineLimits();
        foreach (var size in sizes)
            Print(size, machine);
        PrintHandsOnEpoch(full);
        PrintLoad(sizes[^1]);
        return 0;
    }

    private static Size Limited(int mostPairs) => mostPairs >= MostPairs
        ? Largest
        : Largest with { Users = Math.Max(1, (int)((long)Largest.Users * mostPairs / MostPairs)), Pairs = mostPairs };

    private static void Print(Size size, MachineLimits machine)
    {
        var data = LongTailedData.Create(size);
        var shape = Shape.Of(data);
        var model = QuickRun.Start(data);
        var trainer = new BprTrainer(data, model);
        var epoch = Clock.Best(() => trainer.Train(1), budget: 2);
        PrintTime("bpr-epoch", shape, 1, epoch, Cost.BprEpoch(shape).Seconds(machine, 1), 1e9 * RandomRows.SecondsPerTriple(data));
        for (var threads = 1; threads <= 2; threads++)
        {
            var attack = new FastGradientAttack(0.5f, threads);
            PrintTime("attack", shape, threads, Clock.Best(() => attack.Perturb(model, data, seed: 1), budget: 2), Cost.Attack(shape).Seconds(machine, threads));
        }

        PrintMemory("bpr-epoch", shape, () => new BprTrainer(data, QuickRun.Start(data)).Train(1));
        PrintMemory("bpr-epoch and attack", shape, () =>
        {
            var fresh = new BprTrainer(data, QuickRun.Start(data));
            fresh.Train(1);
            new FastGradientAttack(0.5f, threads: 1).Perturb(fresh.Model, data, seed: 1);
            GC.KeepAlive(fresh);
        });
        // An attack for every batch takes time that grows with the square of the pairs.
        var recipe = shape.Pairs < MostPairsOfHandsOn ? AdversarialRecipe.HandsOn : AdversarialRecipe.Apr;
        PrintMemory($"hands-on complete with 1 + 1 epochs, recipe {recipe}", shape, () => HandsOn.Run(data, new() { Recipe = recipe, Epochs = 1, Threads = 1 }));
    }

    private static void PrintTime(string workload, Shape shape, int threads, double seconds, double limit, double? randomRows = null) =>
        new Line($"{workload}, {Text(shape)}", "ns/triple", 1e9 * seconds / shape.Pairs, threads) { Limit = 1e9 * limit / shape.Pairs, RandomRows = randomRows }.Print();

    private static void PrintMemory(string workload, Shape shape, Action work) => PeakMemory.Line($"{workload}, {Text(shape)}", shape, work).Print();

    private static void PrintHandsOnEpoch(bool full)
    {
        var data = LongTailedData.Create(MovieLens1M);
        for (var threads = 2; threads >= (full ? 1 : 2); threads--)
        {
            var trainer = new BprTrainer(data, QuickRun.Start(data), new() { Threads = threads, DropPartialBatch = true });
            trainer.Train(1);
            var defence = new AdversarialTrainer(trainer, new() { Recipe = AdversarialRecipe.HandsOn });
            new Line($"adversarial epoch, hands-on, {Text(data)}", "s", Clock.Once(() => defence.Train(1)), threads)
            {
                Note = FormattableString.Invariant($"{data.TrainingPairCount / Shape.BatchSize} batches, one run"),
            }.Print();
        }
    }

    private static void PrintLoad(Size size)
    {
        var folder = LongTailedData.WriteFiles(size);
        try
        {
            var train = Path.Combine(folder, "train.tsv");
            var megabytes = new FileInfo(train).Length / 1e6;
            LeaveOneOutDataset? data = null;
            new Line("load", "MB/s", megabytes / Clock.Best(() => data = Datasets.Load(folder)), 1)
            {
                Limit = megabytes / Clock.Best(() => InteractionFiles.CountLines(train)),
                Note = FormattableString.Invariant($"{Text(data!)}, {megabytes:F0} MB; limit: reading the bytes and counting lines"),
            }.Print();

            var needed = 8.0 * data!.TrainingPairCount;
            data = null;
            var peak = PeakMemory.Of(() => data = Datasets.Load(folder));
            new Line("memory, load", "MB", peak / 1e6, 1) { Baseline = needed / 1e6, BaselineName = "data", Note = FormattableString.Invariant($"{peak / needed:F2} times the baseline") }.Print();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Text(Shape shape) => FormattableString.Invariant($"{shape.Pairs / 1e6:F2} M pairs, {shape.Users:N0} x {shape.Items:N0}");

    private static string Text(LeaveOneOutDataset data) => FormattableString.Invariant($"{data.TrainingPairCount / 1e6:F2} M pairs, {data.UserCount:N0} x {data.ItemCount:N0}");
}
