using AdvRec.Evaluation;
using AdvRec.Notebooks.Builders;
using AdvRec.Notebooks.Formatting;
using AdvRec.Studies;

namespace AdvRec.Notebooks;

/// <summary>The figures of the course. End a cell with one, or call <c>.Display()</c> on it.</summary>
public static partial class Charts
{
    /// <summary>What every attack of a checklist costs every model, in per cent, as a grid.</summary>
    /// <param name="checklist">The checklist.</param>
    /// <param name="measure">By which measure; nDCG if not given.</param>
    public static Plot Checklist(RobustnessChecklist checklist, Measure? measure = null)
    {
        ArgumentNullException.ThrowIfNull(checklist);
        return ChecklistViews.Grid(checklist, measure ?? Measure.Ndcg);
    }

    /// <summary>What figures ask of their data. The error names the series and says what to do.</summary>
    private static class Checks
    {
        private const int MostSeries = 4;

        public static void Count(int series, string thing, string parameter)
        {
            if (series == 0) throw new ArgumentException($"No {thing} to show; pass at least one.", parameter);
            if (series > MostSeries)
                throw new ArgumentException($"{series} {thing}s are too many to tell apart; show at most {MostSeries} in a figure.", parameter);
        }

        public static void HasPoints(string name, int points, int shown, string parameter)
        {
            if (points == 0) throw new ArgumentException($"'{name}' has no points; give it at least one.", parameter);
            if (shown == 0) throw new ArgumentException($"'{name}' has no point with finite coordinates; check for NaN where they are computed.", parameter);
        }

        public static void FitsLog(string name, IEnumerable<double> values, string axis, string option, string parameter)
        {
            foreach (var value in values)
            {
                if (value <= 0)
                    throw new ArgumentException($"'{name}' reaches {NumberText.Short(value)} on the logarithmic {axis} axis, which has room above 0 only; leave such points out or set {option} = false.", parameter);
            }
        }
    }
}
