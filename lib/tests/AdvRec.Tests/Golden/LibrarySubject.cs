using AdvRec.Attacks;
using AdvRec.Data;
using AdvRec.Evaluation;
using AdvRec.Models;
using AdvRec.Objective;
using AdvRec.Training;

namespace AdvRec.Tests.Golden;

/// <summary>The library, through the entry points that take explicit triples.</summary>
internal sealed class LibrarySubject : ISubject
{
    private readonly MatrixFactorization _model;
    private readonly BprTrainer _trainer;
    private AdversarialTrainer? _adversarialTrainer;
    private Perturbation? _delta;

    public LibrarySubject(LeaveOneOutDataset data, double[,] p, double[,] q, double[,] accumulatorP, double[,] accumulatorQ)
    {
        _model = new(Matrices.ToFactors(p), Matrices.ToFactors(q));
        _trainer = new(data, _model, new() { BatchSize = 1 });
        Matrices.ToFactors(accumulatorP).Values.CopyTo(_trainer.Adagrad.UserAccumulators.Values);
        Matrices.ToFactors(accumulatorQ).Values.CopyTo(_trainer.Adagrad.ItemAccumulators.Values);
    }

    public double EntryTolerance => 1e-4;

    public double SumTolerance => 1e-5;

    public double[,] P => Matrices.ToArray(_model.UserFactors);

    public double[,] Q => Matrices.ToArray(_model.ItemFactors);

    public double[,] AccumulatorP => Matrices.ToArray(_trainer.Adagrad.UserAccumulators);

    public double[,] AccumulatorQ => Matrices.ToArray(_trainer.Adagrad.ItemAccumulators);

    public (double[,] P, double[,] Q) Delta
    {
        get
        {
            var delta = _adversarialTrainer?.Perturbation ?? _delta!;
            return (Matrices.ToArray(delta.UserFactors), Matrices.ToArray(delta.ItemFactors));
        }
    }

    public double Step(Triple[] batch) => _trainer.Step(batch);

    public double Attack(Triple[] triples, double epsilon)
    {
        _adversarialTrainer = null;
        _delta = new FastGradientAttack((float)epsilon).Perturb(_model, triples);
        return new FullGradient(_model, new(threads: 1)).Compute(_model, SortedTriples.Of(triples, _model), Gradient.Zero(_model));
    }

    public void StartAdversarial(AdversarialRecipe recipe, double epsilon, double weight, bool carryDelta) =>
        _adversarialTrainer = new(
            _trainer, new() { Recipe = recipe, Epsilon = (float)epsilon, Weight = (float)weight }, carryDelta && recipe == AdversarialRecipe.HandsOn ? _delta : null);

    public (double Clean, double Adversarial) AdversarialStep(Triple[] batch, Triple[] attack)
    {
        var (clean, adversarial) = _adversarialTrainer!.Step(batch, attack);
        return (clean, adversarial!.Value);
    }

    public int[] Positions(LeaveOneOutDataset data, bool perturbed) =>
        [.. new LeaveOneOutEvaluator(data).Evaluate(perturbed ? _model + _delta! : _model).Positions];
}
