using static System.FormattableString;

namespace AdvRec.Notebooks.Course;

/// <summary>Compares a learner's numbers with the right ones and with the known slips, over several cases at once.</summary>
internal static class Comparison
{
    /// <param name="name">Of the exercise.</param>
    /// <param name="answers">One list of numbers per case.</param>
    /// <param name="expected">Right numbers of a case.</param>
    /// <param name="tolerance">Allowed error as a share of the case's largest number.</param>
    /// <param name="hint">For an answer that is wrong in no known way.</param>
    /// <param name="right">One line for a right answer.</param>
    /// <param name="slips">Known wrong ways.</param>
    public static ExerciseResult Of(
        string name, IReadOnlyList<double[]> answers, Func<int, double[]> expected, double tolerance, string hint, string right, params Slip[] slips)
    {
        var wanted = answers.Select((_, at) => expected(at)).ToArray();
        if (wanted.SelectMany(one => one).Any(number => !double.IsFinite(number)) || wanted.All(one => one.All(number => number == 0)))
            return ExerciseResult.NothingToMatch(name);
        for (var at = 0; at < wanted.Length; at++)
        {
            if (answers[at].Length != wanted[at].Length)
                return ExerciseResult.NotYet(name, $"That makes {answers[at].Length} numbers; {wanted[at].Length} are needed.");
        }

        if (answers.SelectMany(one => one).Any(number => !double.IsFinite(number)))
            return ExerciseResult.NotYet(name, "A number is NaN or infinite: look for a division by 0, or a logarithm or root of something that is not positive.");
        if (Agree(answers, wanted, tolerance))
            return ExerciseResult.Right(name, right);
        foreach (var slip in slips)
        {
            if (Agree(answers, [.. answers.Select((_, at) => slip.Of(at))], tolerance))
                return ExerciseResult.NotYet(name, slip.Reason);
        }

        if (answers.All(one => one.All(number => number == 0)))
            return ExerciseResult.NotYet(name, $"All numbers are 0 so far. {hint}");
        if (PartSlip(answers, wanted, tolerance, slips) is { } reason)
            return ExerciseResult.NotYet(name, reason);

        var factor = Factor(answers, wanted);
        return factor is { } times && Agree(answers, [.. wanted.Select(one => one.Select(number => times * number).ToArray())], tolerance)
            ? ExerciseResult.NotYet(name, times < 0
                ? Invariant($"The sign is the opposite{(Math.Abs(times + 1) < 0.01 ? "" : Invariant($", and the size {-times:G3} times what it should be"))}. {hint}")
                : Invariant($"Everything is {times:G3} times what it should be. {hint}"))
            : ExerciseResult.NotYet(name, hint);
    }

    /// <summary>Where each case asks for a few different things, several may be wrong at once: the slip that explains the first of them.</summary>
    private static string? PartSlip(IReadOnlyList<double[]> answers, double[][] wanted, double tolerance, Slip[] slips)
    {
        if (answers.Count < 2 || wanted.Any(one => one.Length != wanted[0].Length))
            return null;
        static double[][] Part(IEnumerable<double[]> of, int part) => [.. of.Select(one => one[part..(part + 1)])];
        for (var part = 0; part < wanted[0].Length; part++)
        {
            if (Agree(Part(answers, part), Part(wanted, part), tolerance))
                continue;
            return slips.FirstOrDefault(slip => answers.Select((_, at) => slip.Of(at)).ToList() is var ways && ways.TrueForAll(way => way.Length == wanted[0].Length)
                && Agree(Part(answers, part), Part(ways, part), tolerance))?.Reason;
        }

        return null;
    }

    private static bool Agree(IReadOnlyList<double[]> one, double[][] other, double tolerance)
    {
        for (var at = 0; at < one.Count; at++)
        {
            if (one[at].Length != other[at].Length)
                return false;
            var allowed = Math.Max(1e-7, tolerance * other[at].Select(Math.Abs).DefaultIfEmpty(0).Max());
            if (one[at].Zip(other[at]).Any(pair => !(Math.Abs(pair.First - pair.Second) <= allowed)))
                return false;
        }

        return true;
    }

    private static double? Factor(IReadOnlyList<double[]> answers, double[][] wanted)
    {
        if (wanted.Sum(one => one.Length) < 2)
            return null;
        var (both, square) = (0.0, 0.0);
        for (var at = 0; at < wanted.Length; at++)
        {
            both += answers[at].Zip(wanted[at], (a, b) => a * b).Sum();
            square += wanted[at].Sum(number => number * number);
        }

        return Math.Abs(both / square) > 1e-6 ? both / square : null;
    }
}
