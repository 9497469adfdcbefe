using AdvRec.Data;
using AdvRec.Objective;
using AdvRec.Training;

namespace AdvRec.Tests.Golden;

/// <summary>What the golden vectors are replayed through: the naive twin, or the library at its own entry points.</summary>
internal interface ISubject
{
    /// <summary>Relative tolerance on single entries, and on norms and sums.</summary>
    double EntryTolerance { get; }

    double SumTolerance { get; }

    double[,] P { get; }

    double[,] Q { get; }

    double[,] AccumulatorP { get; }

    double[,] AccumulatorQ { get; }

    (double[,] P, double[,] Q) Delta { get; }

    double Step(Triple[] batch);

    /// <summary>Attacks and keeps the perturbation as <see cref="Delta"/>.</summary>
    /// <returns>The loss at the clean factors.</returns>
    double Attack(Triple[] triples, double epsilon);

    /// <summary>Starts adversarial training; <see cref="Delta"/> is carried in if asked for, else zero.</summary>
    void StartAdversarial(AdversarialRecipe recipe, double epsilon, double weight, bool carryDelta);

    (double Clean, double Adversarial) AdversarialStep(Triple[] batch, Triple[] attack);

    int[] Positions(LeaveOneOutDataset data, bool perturbed);
}
