using AdvRec.Objective;

namespace AdvRec.Benchmarks.Baselines;

/// <summary>The hands-on's steps, so that every baseline can be timed and checked in the same way.</summary>
internal interface IBaseline
{
    string Name { get; }

    /// <summary>One BPR step with Adagrad.</summary>
    void Step(ReadOnlySpan<Triple> batch);

    /// <summary>Sets the perturbation to the fast gradient of these triples' loss at the clean factors.</summary>
    void Attack(ReadOnlySpan<Triple> triples);

    /// <summary>One step of the hands-on's adversarial training: at the perturbation left from before, then at a new one.</summary>
    void AdversarialStep(ReadOnlySpan<Triple> batch, ReadOnlySpan<Triple> attack);

    /// <summary>Per user, the number of candidates that score at least as high as the held-out item.</summary>
    int[] Positions();

    float UserFactor(int user, int factor);

    float ItemFactor(int item, int factor);
}
