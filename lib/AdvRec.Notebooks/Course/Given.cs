using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace AdvRec.Notebooks.Course;

/// <summary>What a learner wrote, whatever it is, read as what was asked for; or one sentence on why it cannot be.</summary>
internal static class Given
{
    public const string Missing = "replace the null in the cell above; if it is replaced, that cell has an error.";

    /// <summary>A number of any type; NaN where it is one.</summary>
    public static double? Number(object? answer, out string problem)
    {
        problem = answer switch
        {
            string => "A text is no number: leave out the quotes.",
            bool => "A truth value is no number.",
            Delegate => "That is a function; a number is asked for.",
            IEnumerable or ITuple => "That is a list; one number is asked for.",
            IConvertible => "",
            _ => "That is no number.",
        };
        return problem.Length > 0 ? null : Convert.ToDouble(answer, CultureInfo.InvariantCulture);
    }

    /// <summary>Whether it holds several numbers, as an array, a list, a query or a tuple does.</summary>
    public static bool IsSeveral(object? answer) => answer is IEnumerable or ITuple;

    /// <summary>Numbers of any type, from an array, a list, a query or a tuple.</summary>
    public static double[]? Numbers(object? answer, out string problem)
    {
        if (answer is ITuple tuple)
            answer = Enumerable.Range(0, tuple.Length).Select(at => tuple[at]).ToArray();
        problem = answer switch
        {
            Delegate => "That is a function; numbers are asked for.",
            string or not IEnumerable => "A list of numbers is asked for, such as new double[] { 1, 2 }.",
            _ => "",
        };
        if (problem.Length > 0)
            return null;
        var numbers = new List<double>();
        try
        {
            foreach (var one in (IEnumerable)answer!)
            {
                if (Number(one, out problem) is not { } number)
                    return null;
                numbers.Add(number);
            }
        }
        // A query is computed here, and may fail in any way.
#pragma warning disable CA1031
        catch (Exception error)
#pragma warning restore CA1031
        {
            problem = $"Computing the numbers stops with {error.GetType().Name}: {error.Message}";
            return null;
        }

        return [.. numbers];
    }

    /// <summary>Calls a learner's function, with arguments converted to the types that it takes; a void function returns null.</summary>
    public static bool Call(object? answer, object[] arguments, out object? value, out string problem)
    {
        value = null;
        problem = "A function is asked for, as in the line that was there.";
        if (answer is not Delegate function)
            return false;
        // An array is handed over as it is where it fits, for a function may fill it.
        var takes = function.Method.GetParameters().TakeLast(arguments.Length).Select(parameter => parameter.ParameterType).ToArray();
        var count = function.GetType().GetMethod("Invoke")!.GetParameters().Length;
        problem = $"The function takes {count} arguments; it is called with {arguments.Length}.";
        if (count != arguments.Length)
            return false;
        try
        {
            value = function.DynamicInvoke([.. arguments.Zip(takes, As)]);
            return true;
        }
        catch (TargetInvocationException error)
        {
            problem = $"Your function stops with {error.InnerException!.GetType().Name}: {error.InnerException.Message}";
        }
        catch (Exception error) when (error is ArgumentException or InvalidCastException)
        {
            problem = $"The function takes {string.Join(", ", takes.Select(type => type.Name))}; see the line that was there.";
        }

        return false;
    }

    private static object As(object argument, Type type) => argument switch
    {
        _ when type.IsInstanceOfType(argument) => argument,
        double[] numbers when type == typeof(float[]) => numbers.Select(number => (float)number).ToArray(),
        double[] numbers when type == typeof(List<double>) => numbers.ToList(),
        IConvertible when type.IsPrimitive => Convert.ChangeType(argument, type, CultureInfo.InvariantCulture),
        _ => argument,
    };
}
