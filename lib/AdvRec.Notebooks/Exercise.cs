using AdvRec.Notebooks.Builders;
using AdvRec.Notebooks.Course;

namespace AdvRec.Notebooks;

/// <summary>
/// Checks of a learner's answers; end a cell with one. A wrong answer is no error: the result says what to think about, never what is expected.
/// </summary>
public static partial class Exercise
{
    private const double Tolerance = 1e-3;
    private const string ReplaceNull = Given.Missing;
    private static readonly List<(string Name, ExerciseResult Last)> s_checked = [];

    /// <summary>Checks a number, to a thousandth of what is expected.</summary>
    /// <param name="name">Of the exercise, such as "Exercise 1".</param>
    /// <param name="answer">The learner's; null or NaN as long as there is none.</param>
    /// <param name="expected">Right answer; finite.</param>
    /// <param name="hint">Shown for an answer that is wrong in no known way.</param>
    /// <param name="mistakes">Wrong answers that are to be expected, each with what must have gone wrong.</param>
    /// <exception cref="ArgumentOutOfRangeException">The expected answer is not finite.</exception>
    public static ExerciseResult Check(string name, double? answer, double expected, string hint, params (double Answer, string Reason)[] mistakes) =>
        Check(name, answer, expected, Tolerance, hint, "", mistakes);

    /// <inheritdoc cref="Check(string, double?, double, string, ValueTuple{double, string}[])"/>
    /// <param name="name">Of the exercise, such as "Exercise 1".</param>
    /// <param name="answer">The learner's; null or NaN as long as there is none.</param>
    /// <param name="expected">Right answer; finite.</param>
    /// <param name="hint">Shown for an answer that is wrong in no known way.</param>
    /// <param name="right">Shown for a right answer.</param>
    /// <param name="mistakes">Wrong answers that are to be expected, each with what must have gone wrong.</param>
    public static ExerciseResult Check(string name, double? answer, double expected, string hint, string right, params (double Answer, string Reason)[] mistakes) =>
        Check(name, answer, expected, Tolerance, hint, right, mistakes);

    /// <summary>Checks a number.</summary>
    /// <param name="name">Of the exercise, such as "Exercise 1".</param>
    /// <param name="answer">The learner's; null or NaN as long as there is none.</param>
    /// <param name="expected">Right answer; finite.</param>
    /// <param name="tolerance">How far off a right answer may be, as a share of what is expected, at least 0; one millionth is always allowed.</param>
    /// <param name="hint">Shown for an answer that is wrong in no known way.</param>
    /// <param name="right">Shown for a right answer; may be empty.</param>
    /// <param name="mistakes">Wrong answers that are to be expected, each with what must have gone wrong.</param>
    /// <exception cref="ArgumentOutOfRangeException">The expected answer is not finite, or the tolerance is negative.</exception>
    public static ExerciseResult Check(
        string name, double? answer, double expected, double tolerance, string hint, string right, params (double Answer, string Reason)[] mistakes)
    {
        ArgumentNullException.ThrowIfNull(mistakes);
        ArgumentOutOfRangeException.ThrowIfNegative(tolerance);
        if (!double.IsFinite(expected)) throw new ArgumentOutOfRangeException(nameof(expected), expected, $"{name}: the expected answer must be finite.");
        if (answer is not { } number || double.IsNaN(number)) return ExerciseResult.Nothing(name, ReplaceNull);
        if (IsClose(number, expected, tolerance)) return ExerciseResult.Right(name, right);
        foreach (var (mistake, reason) in mistakes)
        {
            if (IsClose(number, mistake, tolerance)) return ExerciseResult.NotYet(name, reason);
        }

        return ExerciseResult.NotYet(name, hint);
    }

    /// <summary>
    /// Checks a vector, each number to 1/10,000 of the expected vector's length. Tells an opposite sign, another length and another number of elements apart by itself.
    /// </summary>
    /// <param name="name">Of the exercise, such as "Exercise 1".</param>
    /// <param name="answer">The learner's; null, empty or all 0 as long as there is none.</param>
    /// <param name="expected">Right answer; finite numbers.</param>
    /// <param name="hint">Shown for an answer that is wrong in no known way.</param>
    /// <param name="right">Shown for a right answer.</param>
    /// <exception cref="ArgumentException">The expected answer has a number that is not finite.</exception>
    public static ExerciseResult CheckVector(string name, IReadOnlyList<float>? answer, IReadOnlyList<float> expected, string hint, string right = "")
    {
        ArgumentNullException.ThrowIfNull(expected);
        if (!expected.All(float.IsFinite)) throw new ArgumentException($"{name}: the expected answer must be finite.", nameof(expected));
        var comparison = new VectorComparison(answer ?? [], expected);
        if (answer is null || comparison.IsUntouched)
            return ExerciseResult.Nothing(name, answer is null ? ReplaceNull : "fill in the numbers in the cell above.");
        return comparison.Difference is { } difference ? ExerciseResult.NotYet(name, $"{difference} {hint}") : ExerciseResult.Right(name, right);
    }

    /// <summary>Checks one of several texts; capitals and blanks do not matter.</summary>
    /// <param name="name">Of the exercise, such as "Exercise 1".</param>
    /// <param name="answer">The learner's; null or blank as long as there is none.</param>
    /// <param name="expected">Right answer.</param>
    /// <param name="hint">Shown for an answer that is wrong in no known way.</param>
    /// <param name="mistakes">Wrong answers that are to be expected, each with why it is wrong.</param>
    public static ExerciseResult CheckChoice(string name, string? answer, string expected, string hint, params (string Answer, string Reason)[] mistakes) =>
        CheckChoice(name, answer, expected, hint, "", mistakes);

    /// <inheritdoc cref="CheckChoice(string, string, string, string, ValueTuple{string, string}[])"/>
    /// <param name="name">Of the exercise, such as "Exercise 1".</param>
    /// <param name="answer">The learner's; null or blank as long as there is none.</param>
    /// <param name="expected">Right answer.</param>
    /// <param name="hint">Shown for an answer that is wrong in no known way.</param>
    /// <param name="right">Shown for a right answer.</param>
    /// <param name="mistakes">Wrong answers that are to be expected, each with why it is wrong.</param>
    public static ExerciseResult CheckChoice(string name, string? answer, string expected, string hint, string right, params (string Answer, string Reason)[] mistakes)
    {
        ArgumentNullException.ThrowIfNull(expected);
        ArgumentNullException.ThrowIfNull(mistakes);
        if (string.IsNullOrWhiteSpace(answer)) return ExerciseResult.Nothing(name, ReplaceNull);
        if (IsSame(answer, expected)) return ExerciseResult.Right(name, right);
        foreach (var (mistake, reason) in mistakes)
        {
            if (IsSame(answer, mistake)) return ExerciseResult.NotYet(name, reason);
        }

        return ExerciseResult.NotYet(name, hint);
    }

    /// <summary>Checks a condition that the notebook computes.</summary>
    /// <param name="name">Of the exercise, such as "Exercise 1".</param>
    /// <param name="answer">Whether it holds; null as long as there is nothing to check.</param>
    /// <param name="right">Shown where it holds.</param>
    /// <param name="hint">Shown where it does not.</param>
    public static ExerciseResult CheckTrue(string name, bool? answer, string right, string hint) => answer switch
    {
        null => ExerciseResult.Nothing(name, ReplaceNull),
        true => ExerciseResult.Right(name, right),
        false => ExerciseResult.NotYet(name, hint),
    };

    /// <summary>What is right and what is open among the exercises that this session has checked.</summary>
    public static NotebookTable Summary()
    {
        lock (s_checked)
        {
            return Tables.Of(
                $"{s_checked.Count(one => one.Last.IsRight)} of {s_checked.Count} exercises are right", ["exercise", "now"],
                s_checked.Select(one => new object[] { one.Name, one.Last.IsRight ? "right" : "open" }), textColumns: 2);
        }
    }

    internal static void Keep(string name, ExerciseResult result)
    {
        lock (s_checked)
        {
            var at = s_checked.FindIndex(one => one.Name == name);
            if (at < 0)
                s_checked.Add((name, result));
            else
                s_checked[at] = (name, result);
        }
    }

    /// <summary>Checks one number, given as whatever the learner wrote.</summary>
    private static ExerciseResult CheckNumber(string name, object? answer, double expected, double tolerance, string hint, string right, params (double Answer, string Reason)[] mistakes)
    {
        if (answer is null)
            return ExerciseResult.Nothing(name, ReplaceNull);
        return Given.Number(answer, out var problem) is not { } number ? ExerciseResult.NotYet(name, problem)
            : Comparison.Of(name, [[number]], _ => [expected], tolerance, hint, right, [.. mistakes.Select(mistake => new Slip(_ => [mistake.Answer], mistake.Reason))]);
    }

    /// <summary>Checks several numbers, given as whatever the learner wrote.</summary>
    private static ExerciseResult CheckNumbers(string name, object? answer, double[] expected, double tolerance, string hint, string right, params (double[] Answer, string Reason)[] mistakes)
    {
        if (answer is null)
            return ExerciseResult.Nothing(name, ReplaceNull);
        return Given.Numbers(answer, out var problem) is not { } numbers ? ExerciseResult.NotYet(name, problem)
            : Comparison.Of(name, [numbers], _ => expected, tolerance, hint, right, [.. mistakes.Select(mistake => new Slip(_ => mistake.Answer, mistake.Reason))]);
    }

    /// <summary>Checks a function by calling it on several cases.</summary>
    private static ExerciseResult CheckFunction(
        string name, object? answer, IReadOnlyList<object[]> cases, Func<int, double[]> expected, string hint, string right, params Slip[] slips)
    {
        if (answer is null)
            return ExerciseResult.Nothing(name, ReplaceNull);
        var answers = new List<double[]>();
        foreach (var arguments in cases)
        {
            if (!Given.Call(answer, arguments, out var value, out var problem))
                return ExerciseResult.NotYet(name, problem);
            if (value is null)
                return ExerciseResult.NotYet(name, "The function returns nothing.");
            var numbers = value is System.Collections.IEnumerable ? Given.Numbers(value, out problem) : Given.Number(value, out problem) is { } one ? [one] : null;
            if (numbers is null)
                return ExerciseResult.NotYet(name, problem);
            answers.Add(numbers);
        }

        return Comparison.Of(name, answers, expected, Tolerance, hint, right, slips);
    }

    private static bool IsClose(double answer, double to, double tolerance) => Math.Abs(answer - to) <= Math.Max(tolerance * Math.Abs(to), 1e-6);

    private static bool IsSame(string answer, string other) => string.Equals(WithoutBlanks(answer), WithoutBlanks(other), StringComparison.OrdinalIgnoreCase);

    private static string WithoutBlanks(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
