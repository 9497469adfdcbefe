using AdvRec.Attacks;
using AdvRec.Benchmarks.Baselines;
using AdvRec.Benchmarks.Measuring;
using AdvRec.Data;
using AdvRec.Evaluation;
using AdvRec.Models;
using AdvRec.Objective;
using AdvRec.Training;

namespace AdvRec.Benchmarks.Quick;

/// <summary>The hands-on's stages, each at one and, where it shares its work, two threads. Keeps the port's times for the sum of a whole run.</summary>
internal sealed class Stages
{
    private readonly LeaveOneOutDataset _data;
    private readonly MachineLimits _machine;
    private readonly MatrixFactorization _trained;
    private readonly NaiveTwin _naive;
    private readonly MathNetHandsOn _port;
    private readonly TripleSource _triples;
    private readonly Shape _shape;

    public Stages(LeaveOneOutDataset data, MachineLimits machine)
    {
        _data = data;
        _machine = machine;
        _trained = QuickRun.Start(data);
        new BprTrainer(data, _trained).Train(5);
        _naive = new(data, _trained);
        _port = new(data, _trained);
        _triples = new(data);
        _shape = Shape.Of(data);
    }

    /// <summary>Seconds of the port's stages.</summary>
    public double PortEpoch { get; private set; }

    public double PortAttack { get; private set; }

    public double PortHandsOnEpoch { get; private set; }

    public double PortEvaluation { get; private set; }

    private double MillionPairs => _shape.Pairs / 1e6;

    public void BprEpoch()
    {
        var trainer = new BprTrainer(_data, _trained.Copy());
        var ours = MillionPairs / Clock.Best(() => trainer.Train(1));
        var limit = MillionPairs / Cost.BprEpoch(_shape).Seconds(_machine, 1);
        var naive = MillionPairs / Clock.Best(() => Epoch(_naive));
        PortEpoch = PartOfEpoch(batches: 20, (batch, _) => _port.Step(batch)) + Clock.Once(() => _triples.Shuffled());
        Print("bpr-epoch", "M triples/s", ours, 1, limit, naive, _naive.Name);
        Print("bpr-epoch", "M triples/s", ours, 1, limit, MillionPairs / PortEpoch, _port.Name, $"port: 20 of {_shape.Batches} batches, extrapolated");
    }

    public void Attack()
    {
        var naive = MillionPairs / Clock.Best(() => _naive.Attack(_triples.InOrder()));
        PortAttack = Clock.Best(() => _port.Attack(_triples.InOrder()));
        var one = 0.0;
        for (var threads = 1; threads <= 2; threads++)
        {
            var attack = new FastGradientAttack(0.5f, threads);
            var ours = MillionPairs / Clock.Best(() => attack.Perturb(_trained, _data, seed: 1));
            one = threads == 1 ? ours : one;
            var note = threads == 2 ? FormattableString.Invariant($"{ours / one:F2} times one thread") : null;
            var limit = MillionPairs / Cost.Attack(_shape).Seconds(_machine, threads);
            Print("attack", "M triples/s", ours, threads, limit, naive, _naive.Name, note);
            Print("attack", "M triples/s", ours, threads, limit, MillionPairs / PortAttack, _port.Name);
        }

        // As the adversarial epoch has it: matrices and threads are already there.
        for (var threads = 1; threads <= 2; threads++)
        {
            var (full, gradient) = (new FullGradient(_trained, new(threads)), Gradient.Zero(_trained));
            var ours = MillionPairs / Clock.Best(() => full.Compute(_trained, SortedTriples.Drawn(_data, new(1, Purpose.AttackNegatives)), gradient));
            var note = threads == 2 ? FormattableString.Invariant($"{ours / one:F2} times one thread") : null;
            one = threads == 1 ? ours : one;
            Print("full-gradient", "M triples/s", ours, threads, MillionPairs / Cost.Attack(_shape).Seconds(_machine, threads), naive, _naive.Name, note);
        }
    }

    public void HandsOnEpoch()
    {
        var naive = PartOfEpoch(batches: 20, (batch, _) => _naive.AdversarialStep(batch, _triples.InOrder()));
        PortHandsOnEpoch = PartOfEpoch(batches: 3, (batch, _) => _port.AdversarialStep(batch, _triples.InOrder()));
        for (var threads = 1; threads <= 2; threads++)
        {
            var ours = AdversarialEpoch(AdversarialRecipe.HandsOn, threads, budget: 6);
            var limit = Cost.HandsOnEpoch(_shape).Seconds(_machine, threads);
            Print("adversarial epoch, hands-on", "s", ours, threads, limit, naive, _naive.Name, $"naive: 20 of {_shape.Batches} batches, extrapolated");
            Print("adversarial epoch, hands-on", "s", ours, threads, limit, PortHandsOnEpoch, _port.Name, $"port: 3 of {_shape.Batches} batches, extrapolated");
        }
    }

    public void AprEpoch()
    {
        var naive = Clock.Best(() => Epoch(_naive, apr: true));
        var ours = AdversarialEpoch(AdversarialRecipe.Apr, threads: 1, budget: 2);
        Print("adversarial epoch, apr", "s", ours, 1, Cost.AprEpoch(_shape).Seconds(_machine, 1), naive, _naive.Name);
    }

    public void Evaluation()
    {
        var naive = Clock.Best(() => _naive.Positions());
        PortEvaluation = Clock.Best(() => _port.Positions());
        for (var threads = 1; threads <= 2; threads++)
        {
            var evaluator = new LeaveOneOutEvaluator(_data, threads: threads);
            var ours = Clock.Best(() => evaluator.Evaluate(_trained));
            var limit = Cost.Evaluation(_shape).Seconds(_machine, threads);
            Print("evaluation", "ms", 1e3 * ours, threads, 1e3 * limit, 1e3 * naive, _naive.Name);
            Print("evaluation", "ms", 1e3 * ours, threads, 1e3 * limit, 1e3 * PortEvaluation, _port.Name);
        }
    }

    private double AdversarialEpoch(AdversarialRecipe recipe, int threads, double budget)
    {
        var trainer = new BprTrainer(_data, _trained.Copy(), new() { Threads = threads, DropPartialBatch = recipe == AdversarialRecipe.HandsOn });
        var defence = new AdversarialTrainer(trainer, new() { Recipe = recipe });
        return Clock.Best(() => defence.Train(1), budget);
    }

    private void Epoch(NaiveTwin naive, bool apr = false)
    {
        var triples = _triples.Shuffled();
        for (var start = 0; start < triples.Length; start += Shape.BatchSize)
        {
            var batch = triples.AsSpan(start, Math.Min(Shape.BatchSize, triples.Length - start));
            if (apr)
                naive.AprStep(batch);
            else
                naive.Step(batch);
        }
    }

    /// <returns>Seconds of the full batches of an epoch, from the fastest of some.</returns>
    private double PartOfEpoch(int batches, Action<Triple[], int> step)
    {
        var triples = _triples.Shuffled();
        step(triples[..Shape.BatchSize], 0);
        var best = double.PositiveInfinity;
        for (var number = 1; number <= batches; number++)
        {
            var batch = triples.AsSpan(number * Shape.BatchSize, Shape.BatchSize).ToArray();
            best = Math.Min(best, Clock.Once(() => step(batch, number)));
        }

        return best * _shape.Batches;
    }

    private void Print(string workload, string unit, double ours, int threads, double limit, double baseline, string name, string? note = null) =>
        new Line(workload, unit, ours, threads) { Baseline = baseline, BaselineName = name, Limit = limit, Dataset = _data.Name, Note = note }.Print();
}
