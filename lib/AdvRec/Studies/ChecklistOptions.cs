using AdvRec.Attacks;

namespace AdvRec.Studies;

/// <summary>What a <see cref="RobustnessChecklist"/> tries.</summary>
public sealed record ChecklistOptions
{
    internal const string Proportional = "a step in proportion", Noise = "noise";

    /// <summary>Seed of every attack's draws.</summary>
    public ulong Seed { get; init; } = Seeds.First;

    /// <summary>Budget ε of the attacks and of the noise: Euclidean norm per row; above 0.</summary>
    public float Epsilon { get; init => field = Valid.Above0(value); } = 0.5f;

    /// <summary>Budget r of the attack whose steps are a share of their rows' lengths; above 0.</summary>
    public float Share { get; init => field = Valid.Above0(value); } = 0.25f;

    /// <summary>How often each attack and the noise is drawn; their mean counts. At least 1.</summary>
    public int Draws { get; init => field = Valid.AtLeast(1, value); } = 5;

    /// <summary>Steps of the iterated attacks; at least 1.</summary>
    public int Steps { get; init => field = Valid.AtLeast(1, value); } = 10;

    /// <summary>Walks of the attack that starts at random, the best of which counts; at least 1.</summary>
    public int Restarts { get; init => field = Valid.AtLeast(1, value); } = 3;

    /// <summary>Length K of the recommendation list; at least 1.</summary>
    public int TopK { get; init => field = Valid.AtLeast(1, value); } = 100;

    /// <summary>Most threads to use; 0 for one per processor. The result does not depend on it.</summary>
    public int Threads { get; init => field = Valid.AtLeast(0, value); }

    /// <summary>Every attack by name.</summary>
    internal IReadOnlyList<(string Name, IAttack Attack)> Attacks()
    {
        var walk = new IterativeAttackOptions { Epsilon = Epsilon, Steps = Steps, Threads = Threads };
        return
        [
            ("one step", new FastGradientAttack(Epsilon, Threads)),
            ("BIM", new IterativeAttack(walk)),
            ("PGD", new IterativeAttack(walk with { RandomStart = true, Restarts = Restarts })),
            (Proportional, new RelativeGradientAttack(Share, Threads)),
            (Noise, new RandomNoise(Epsilon)),
        ];
    }
}
