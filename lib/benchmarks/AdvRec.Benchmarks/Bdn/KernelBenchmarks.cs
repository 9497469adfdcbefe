using AdvRec.Benchmarks.Baselines;
using AdvRec.Benchmarks.Measuring;
using AdvRec.Benchmarks.Quick;
using AdvRec.Data;
using AdvRec.Models;
using AdvRec.Numerics;
using AdvRec.Objective;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;

namespace AdvRec.Benchmarks.Bdn;

/// <summary>The kernels of one mini-batch of 512 triples, each beside its plain loops.</summary>
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory)]
[CategoriesColumn]
[MemoryDiagnoser]
public class KernelBenchmarks
{
    private readonly float[] _x = new float[Shape.BatchSize];
    private readonly float[] _scores = new float[Shape.BatchSize];
    private Triple[] _batch = [];
    private float[] _allScores = [];
    private MatrixFactorization _model = null!;
    private FactorMatrix _gradientP = null!, _gradientQ = null!;
    private PlainLoops _plain = null!;

    [GlobalSetup]
    public void Setup()
    {
        var data = Datasets.Load(Datasets.Shipped);
        _model = QuickRun.Start(data);
        _batch = new TripleSource(data).Shuffled()[..Shape.BatchSize];
        _gradientP = new(data.UserCount, Cost.Factors);
        _gradientQ = new(data.ItemCount, Cost.Factors);
        _allScores = new float[8 * data.ItemCount];
        _plain = new(_model);
        BprLoss.ScoreDifferences(_model.UserFactors.Span, _model.ItemFactors.Span, _batch, _scores);
    }

    [Benchmark(Baseline = true), BenchmarkCategory("score differences")]
    public void ScoreDifferencesPlain() => _plain.ScoreDifferences(_batch, _x);

    [Benchmark, BenchmarkCategory("score differences")]
    public void ScoreDifferences() => BprLoss.ScoreDifferences(_model.UserFactors.Span, _model.ItemFactors.Span, _batch, _x);

    [Benchmark(Baseline = true), BenchmarkCategory("loss")]
    public double LossPlain()
    {
        _scores.CopyTo(_x, 0);
        return PlainLoops.BprLoss(_x);
    }

    [Benchmark, BenchmarkCategory("loss")]
    public double Loss()
    {
        _scores.CopyTo(_x, 0);
        return BprLoss.ToDerivatives(_x);
    }

    [Benchmark(Baseline = true), BenchmarkCategory("gradients")]
    public void GradientsPlain() => _plain.AddGradients(_batch, _scores);

    [Benchmark, BenchmarkCategory("gradients")]
    public void Gradients() => BprLoss.AddGradients(_model.UserFactors.Span, _model.ItemFactors.Span, _batch, _scores, 1e-9f, _batch, _gradientP.Span, _gradientQ.Span);

    [Benchmark(Baseline = true), BenchmarkCategory("scores of 8 users")]
    public void ScoresPlain() => _plain.Scores(8, _allScores);

    [Benchmark, BenchmarkCategory("scores of 8 users")]
    public void Scores() => Products.All(_model.UserFactors.RowsFrom(0, 8), _model.ItemFactors.Span, _allScores);

    [Benchmark(Baseline = true), BenchmarkCategory("rank")]
    public int RankPlain() => PlainLoops.CountAtLeast(_allScores, 0);

    [Benchmark, BenchmarkCategory("rank")]
    public int Rank() => Scan.CountAtLeast(_allScores, 0);
}
