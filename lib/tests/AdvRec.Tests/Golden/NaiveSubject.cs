using AdvRec.Data;
using AdvRec.Objective;
using AdvRec.Tests.Naive;
using AdvRec.Training;

namespace AdvRec.Tests.Golden;

internal sealed class NaiveSubject(double[,] p, double[,] q, double[,] accumulatorP, double[,] accumulatorQ) : ISubject
{
    private readonly NaiveBpr _bpr = new((double[,])p.Clone(), (double[,])q.Clone(), (double[,])accumulatorP.Clone(), (double[,])accumulatorQ.Clone());
    private (double[,] P, double[,] Q) _delta = Zero(p, q);
    private (AdversarialRecipe Recipe, double Epsilon, double Weight) _adversarial;

    public double EntryTolerance => 1e-10;

    public double SumTolerance => 1e-10;

    public double[,] P => _bpr.P;

    public double[,] Q => _bpr.Q;

    public double[,] AccumulatorP => _bpr.AccumulatorP;

    public double[,] AccumulatorQ => _bpr.AccumulatorQ;

    public (double[,] P, double[,] Q) Delta => _delta;

    public double Step(Triple[] batch) => _bpr.Step(batch);

    public double Attack(Triple[] triples, double epsilon)
    {
        (var loss, _delta) = _bpr.Attack(triples, epsilon);
        return loss;
    }

    public void StartAdversarial(AdversarialRecipe recipe, double epsilon, double weight, bool carryDelta)
    {
        _adversarial = (recipe, epsilon, weight);
        if (!carryDelta)
            _delta = Zero(P, Q);
    }

    public (double Clean, double Adversarial) AdversarialStep(Triple[] batch, Triple[] attack) =>
        _bpr.AdversarialStep(_adversarial.Recipe, batch, attack, _adversarial.Epsilon, _adversarial.Weight, ref _delta);

    public int[] Positions(LeaveOneOutDataset data, bool perturbed) =>
        NaiveEvaluator.Positions(data, _bpr.Scores(perturbed ? _delta : null));

    private static (double[,] P, double[,] Q) Zero(double[,] p, double[,] q) =>
        (new double[p.GetLength(0), p.GetLength(1)], new double[q.GetLength(0), q.GetLength(1)]);
}
