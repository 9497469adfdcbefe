using static System.FormattableString;

namespace AdvRec.Notebooks.Builders;

/// <summary>How a vector differs from the expected one, in words that do not give it away.</summary>
internal sealed class VectorComparison(IReadOnlyList<float> answer, IReadOnlyList<float> expected)
{
    private readonly double _allowed = 1e-4 * Norm(expected);

    /// <summary>Whether the answer is still as it was given out: without numbers, or 0 throughout where that is not right.</summary>
    public bool IsUntouched => answer.All(v => v == 0) && (answer.Count == 0 || expected.Any(v => v != 0));

    /// <summary>One sentence; null where the vectors are the same.</summary>
    public string? Difference
    {
        get
        {
            if (answer.Count != expected.Count) return Invariant($"The vector has {answer.Count} numbers, but {expected.Count} are needed.");
            for (var i = 0; i < answer.Count; i++)
            {
                if (!float.IsFinite(answer[i])) return Invariant($"The number at index {i} is NaN or infinite.");
            }

            if (FirstDifference(1) is not { } index) return null;
            var factor = Dot(answer, expected) / Dot(expected, expected);
            if (factor == 0 || !double.IsFinite(factor) || FirstDifference(factor) is not null)
                return Invariant($"The first number that differs is at index {index}.");
            if (Math.Abs(factor + 1) < 1e-3) return "The sign is the opposite.";
            return factor > 0
                ? Invariant($"The direction is right, but the vector is {factor:G3} times as long as it should be.")
                : Invariant($"The direction is the opposite, and the vector is {-factor:G3} times as long as it should be.");
        }
    }

    /// <summary>Index of the first number that is not the expected one times a factor; null for none.</summary>
    private int? FirstDifference(double factor)
    {
        for (var i = 0; i < answer.Count; i++)
        {
            if (Math.Abs(answer[i] - factor * expected[i]) > _allowed * Math.Abs(factor)) return i;
        }

        return null;
    }

    private static double Norm(IReadOnlyList<float> vector) => Math.Sqrt(Dot(vector, vector));

    private static double Dot(IReadOnlyList<float> left, IReadOnlyList<float> right) => left.Zip(right, (a, b) => (double)a * b).Sum();
}
