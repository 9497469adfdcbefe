using AdvRec.Attacks;
using AdvRec.Data;
using AdvRec.Evaluation;
using AdvRec.Models;
using AdvRec.Training;

namespace AdvRec.Studies;

/// <summary>One seed of an <see cref="AprStudy"/>: trains every model on the same validation split and measures it on the way.</summary>
internal sealed class AprSeed
{
    private readonly LeaveOneOutDataset _split;
    private readonly LeaveOneOutEvaluator _validation;
    private readonly LeaveOneOutEvaluator _test;
    private readonly AprStudyOptions _options;
    private readonly ulong _seed;
    private readonly CancellationToken _cancellation;

    public AprSeed(LeaveOneOutDataset data, AprStudyOptions options, ulong seed, CancellationToken cancellation)
    {
        _split = ValidationSplit.Of(data, seed);
        _validation = new(_split, options.TopK, options.Threads);
        _test = new(data, options.TopK, options.Threads);
        (_options, _seed, _cancellation) = (options, seed, cancellation);
    }

    public IReadOnlyList<AprRun> Run()
    {
        var start = Trainer(l2: 0);
        var shared = new Walk();
        Train(start.Train, start.Model, shared, _options.PlainEpochs, 0);

        var apr = Defend(AprVariant.Apr, start, shared, AdversarialRecipe.Apr, _options.Epsilon);
        var plain = Defend(AprVariant.Plain, start, shared, AdversarialRecipe.Plain, 0);
        var noBudget = Defend(AprVariant.NoBudget, start, shared, AdversarialRecipe.Apr, 0);
        var random = Defend(AprVariant.RandomDirection, start, shared, AdversarialRecipe.RandomDirection, _options.Epsilon);
        var l2 = _options.Penalties.Select(Penalised).MaxBy(run => run.Walk.Best.Validation);
        return [.. ((Trained[])[plain, l2!, noBudget, random, apr]).Select(run => Result(run, apr.Walk.BestModel!))];
    }

    private Trained Penalised(float l2)
    {
        var (trainer, walk) = (Trainer(l2), new Walk());
        Train(trainer.Train, trainer.Model, walk, _options.PlainEpochs + _options.MoreEpochs, 0);
        return new(AprVariant.L2, l2, walk);
    }

    private Trained Defend(AprVariant variant, BprTrainer start, Walk shared, AdversarialRecipe recipe, float epsilon)
    {
        var (trainer, walk) = (start.Copy(), new Walk(shared));
        var defence = new AdversarialTrainer(trainer, _options.Defence with { Recipe = recipe, Epsilon = epsilon });
        Train(defence.Train, trainer.Model, walk, _options.MoreEpochs, _options.PlainEpochs);
        return new(variant, 0, walk);
    }

    private void Train(Func<int, Action<EpochResult>?, CancellationToken, IReadOnlyList<EpochResult>> train, MatrixFactorization model, Walk walk, int epochs, int before)
    {
        for (var done = 0; done < epochs;)
        {
            var next = Math.Min(_options.Every, epochs - done);
            train(next, null, _cancellation);
            done += next;
            walk.Add(Measure(model, before + done), model);
        }
    }

    private AprCheckpoint Measure(MatrixFactorization model, int epoch) => new(
        epoch,
        _validation.Evaluate(model).Ndcg,
        _test.Evaluate(model).Mean,
        Drop(model),
        RescaledDrop: null,
        model.UserFactors.RowNorms().Average(),
        model.ItemFactors.RowNorms().Average());

    private Metrics Drop(MatrixFactorization model)
    {
        var clean = _test.Evaluate(model);
        var attack = new FastGradientAttack(_options.Epsilon, _options.Threads);
        var attacked = Enumerable.Range(0, _options.Draws).Select(draw => _test.Evaluate(model + attack.Perturb(model, _split, _seed, draw)));
        return new AttackedEvaluation(clean, [.. attacked]).Drop;
    }

    private AprRun Result(Trained run, MatrixFactorization apr) => new(
        run.Variant, run.L2, run.Walk.Curve, run.Walk.Best with { RescaledDrop = Drop(run.Walk.BestModel!.RescaleTo(apr)) });

    private BprTrainer Trainer(float l2) => new(_split, MatrixFactorization.Create(_split, _seed), _options.Training with { Seed = _seed, L2 = l2 });

    private sealed record Trained(AprVariant Variant, float L2, Walk Walk);

    /// <summary>The measurements so far, and a copy of the model at the best of them.</summary>
    private sealed class Walk
    {
        public Walk()
        {
        }

        public Walk(Walk start)
        {
            Curve.AddRange(start.Curve);
            BestModel = start.BestModel;
        }

        public List<AprCheckpoint> Curve { get; } = [];

        public AprCheckpoint Best => Curve.MaxBy(checkpoint => checkpoint.Validation)!;

        public MatrixFactorization? BestModel { get; private set; }

        public void Add(AprCheckpoint checkpoint, MatrixFactorization model)
        {
            Curve.Add(checkpoint);
            if (Best == checkpoint)
                BestModel = model.Copy();
        }
    }
}
