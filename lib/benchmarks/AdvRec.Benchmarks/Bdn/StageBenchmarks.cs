using AdvRec.Attacks;
using AdvRec.Benchmarks.Baselines;
using AdvRec.Benchmarks.Measuring;
using AdvRec.Benchmarks.Quick;
using AdvRec.Data;
using AdvRec.Evaluation;
using AdvRec.Models;
using AdvRec.Objective;
using AdvRec.Training;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;

namespace AdvRec.Benchmarks.Bdn;

/// <summary>
/// Train (one mini-batch), attack (the whole training set), defend and evaluate, on the shipped data set. The port's adversarial epoch takes minutes:
/// it runs one batch, next to the naive twin's, whose whole epoch stands beside ours.
/// </summary>
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory)]
[CategoriesColumn]
[MemoryDiagnoser]
public class StageBenchmarks
{
    private LeaveOneOutDataset _data = null!;
    private MatrixFactorization _model = null!;
    private BprTrainer _trainer = null!;
    private AdversarialTrainer _defence = null!;
    private LeaveOneOutEvaluator _evaluator = null!;
    private FastGradientAttack _attack = null!;
    private NaiveTwin _naive = null!;
    private MathNetHandsOn _port = null!;
    private Triple[] _batch = [], _all = [];

    [Params(1, 2)]
    public int Threads { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _data = Datasets.Load(Datasets.Shipped);
        _model = QuickRun.Start(_data);
        new BprTrainer(_data, _model).Train(5);
        _trainer = new(_data, _model.Copy(), new() { Threads = Threads, DropPartialBatch = true });
        _defence = new(_trainer, new() { Recipe = AdversarialRecipe.HandsOn });
        _evaluator = new(_data, threads: Threads);
        _attack = new(0.5f, Threads);
        _naive = new(_data, _model);
        _port = new(_data, _model);
        var triples = new TripleSource(_data);
        _batch = triples.Shuffled()[..Shape.BatchSize];
        _all = triples.InOrder();
    }

    [Benchmark(Baseline = true), BenchmarkCategory("train: one batch")]
    public void TrainNaive() => _naive.Step(_batch);

    [Benchmark, BenchmarkCategory("train: one batch")]
    public void TrainPort() => _port.Step(_batch);

    [Benchmark, BenchmarkCategory("train: one batch")]
    public double Train() => _trainer.Step(_batch);

    [Benchmark(Baseline = true), BenchmarkCategory("attack")]
    public void AttackNaive() => _naive.Attack(_all);

    [Benchmark, BenchmarkCategory("attack")]
    public void AttackPort() => _port.Attack(_all);

    [Benchmark, BenchmarkCategory("attack")]
    public Perturbation Attack() => _attack.Perturb(_model, _data, seed: 1);

    [Benchmark(Baseline = true), BenchmarkCategory("defend: one batch")]
    public void DefendBatchNaive() => _naive.AdversarialStep(_batch, _all);

    [Benchmark, BenchmarkCategory("defend: one batch")]
    public void DefendBatchPort() => _port.AdversarialStep(_batch, _all);

    [Benchmark(Baseline = true), BenchmarkCategory("defend: epoch")]
    public void DefendEpochNaive()
    {
        for (var batch = 0; batch < _data.TrainingPairCount / Shape.BatchSize; batch++)
            _naive.AdversarialStep(_batch, _all);
    }

    [Benchmark, BenchmarkCategory("defend: epoch")]
    public IReadOnlyList<EpochResult> DefendEpoch() => _defence.Train(1);

    [Benchmark(Baseline = true), BenchmarkCategory("evaluate")]
    public int[] EvaluateNaive() => _naive.Positions();

    [Benchmark, BenchmarkCategory("evaluate")]
    public int[] EvaluatePort() => _port.Positions();

    [Benchmark, BenchmarkCategory("evaluate")]
    public EvaluationResult Evaluate() => _evaluator.Evaluate(_model);
}
