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

    /// <summary>Checks a condition that the notebook computes.</summary>
    /// <param name="name">Of the exercise, such as "Exercise 1".</param>
    /// <param name="answer">Whether it holds; null as long as there is nothing to check.</param>
    /// <param name="right">Shown where it holds.</param>
    /// <param name="hint">Shown where it does not.</param>
    internal static ExerciseResult CheckTrue(string name, bool? answer, string right, string hint) => answer switch
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
            var numbers = Given.IsSeveral(value) ? Given.Numbers(value, out problem) : Given.Number(value, out problem) is { } one ? [one] : null;
            if (numbers is null)
                return ExerciseResult.NotYet(name, problem);
            answers.Add(numbers);
        }

        return Comparison.Of(name, answers, expected, Tolerance, hint, right, slips);
    }
}
