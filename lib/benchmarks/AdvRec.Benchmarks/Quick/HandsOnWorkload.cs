using AdvRec.Benchmarks.Measuring;
using AdvRec.Benchmarks.Scale;
using AdvRec.Data;
using AdvRec.Studies;

namespace AdvRec.Benchmarks.Quick;

/// <summary>The whole hands-on: train, attack, defend, attack again, four evaluations.</summary>
internal static class HandsOnWorkload
{
    public static double Once(LeaveOneOutDataset data, int threads) => Clock.Once(() => HandsOn.Run(data, new() { Threads = threads }));

    public static void Print(LeaveOneOutDataset data, Stages port, double coldSeconds)
    {
        var options = new HandsOnOptions();
        var portSeconds = options.Epochs * port.PortEpoch + options.AdversarialEpochs * port.PortHandsOnEpoch + 2 * port.PortAttack + 4 * port.PortEvaluation;
        for (var threads = 1; threads <= 2; threads++)
        {
            new Line("handson complete", "s", Clock.Best(() => Once(data, threads), budget: 6), threads)
            {
                Baseline = portSeconds,
                BaselineName = "MathNet port of the original",
                Dataset = data.Name,
                Note = FormattableString.Invariant($"{data}; port: sum of its stages; ours cold, as the process's first work, on all processors: {coldSeconds:F3} s"),
            }.Print();
        }

        (PeakMemory.Line("hands-on complete", Shape.Of(data), () => Once(data, threads: 1)) with { Dataset = data.Name }).Print();
    }
}
