using AdvRec.Data;
using AdvRec.Notebooks.Course;
using AdvRec.Studies;

namespace AdvRec.Notebooks;

/// <content>Notebook 4.</content>
public static partial class Exercise
{
    /// <summary>How many triples' gradients an epoch of the recipe Corrected computes, with mini-batches of 512.</summary>
    /// <param name="count">The answer; null as long as there is none.</param>
    /// <param name="data">The training pairs.</param>
    public static ExerciseResult CheckGradientCount(object? count, LeaveOneOutDataset data)
    {
        ArgumentNullException.ThrowIfNull(data);
        double all = data.TrainingPairCount, attacks = Math.Ceiling(all / 512) * all;
        return CheckNumber("Exercise 1", count, attacks + 2 * all, tolerance: 1e-6,
            "How many batches are there? What does each attack before it steps, and of which triples does it take gradients itself?",
            "Nearly all of it is the attacks.",
            (2 * all, "That is what Apr needs. Corrected also attacks all training pairs before each batch."),
            (attacks, "That is the attacks alone. Each batch also needs its clean and its adversarial gradient."),
            (attacks + all, "Each batch needs two gradients of its own triples, the clean one and the adversarial one; and the last batch, which may be smaller, makes an attack, too."),
            (all / 512 * all + 2 * all, "The last batch may be smaller, but it makes an attack, too: round the number of batches up."),
            (Math.Ceiling(all / 512) * 512 + 2 * all, "Each batch attacks all training pairs, not only its own."),
            (3 * all, "Each batch attacks all training pairs, not only its own."),
            (all, "That is one gradient per training pair, as in plain training."),
            (Math.Ceiling(all / 512), "That is the number of batches."),
            (2 * attacks + 2 * all, "One attack per batch, not two."),
            (attacks + 2 * Math.Ceiling(all / 512) * 512, "The last batch is smaller: count its own triples exactly."),
            (attacks + 2 * 512, "The batch's own triples, over all batches, and not of one batch only."),
            (0, "An epoch computes some."),
            (-(attacks + 2 * all), "A number of triples is not negative."),
            (512, "That is the size of a batch."),
            ((int)attacks + 2 * all, "Whole numbers of this size overflow: multiply as double or long."));
    }

    /// <summary>Holm's correction.</summary>
    /// <param name="holm">The answer, a function from p-values to corrected ones in the same order; null as long as there is none.</param>
    public static ExerciseResult CheckHolm(object? holm)
    {
        double[][] lists = [[0.010, 0.040, 0.030], [0.2, 0.01, 0.5, 0.04], [0.7, 0.6, 0.001], [0.03, 0.02], [0.012, 0.013, 0.014, 0.9, 0.011]];
        Slip Way(Func<double[], double[]> of, string reason) => new(at => of(lists[at]), reason);
        double Cap(double p) => Math.Min(1, p);
        double[] Ordered(double[] p, Func<double, int, double> of, bool grows = true, bool back = true)
        {
            int[] order = [.. Enumerable.Range(0, p.Length).OrderBy(at => p[at])];
            var (result, highest) = (new double[p.Length], 0.0);
            for (var rank = 0; rank < p.Length; rank++)
            {
                highest = grows ? Math.Max(highest, of(p[order[rank]], rank)) : of(p[order[rank]], rank);
                result[back ? order[rank] : rank] = highest;
            }

            return result;
        }

        return CheckFunction("Exercise 2", holm, [.. lists.Select(one => new object[] { one.ToArray() })], at => PairedComparison.Holm(lists[at]).ToArray(),
            "Go through three p-values by hand: sort, multiply, never fall below the one before, at most 1, and back into the order given.",
            "The library's correction gives the same for lists of two to five.",
            Way(p => p, "Nothing is corrected."),
            Way(p => [.. p.Select(one => Cap(p.Length * one))], "That is Bonferroni's correction: all are multiplied by the same. Holm's factors fall."),
            Way(p => [.. p.Select(one => p.Length * one)], "That is Bonferroni's correction: all are multiplied by the same, and beyond 1. Holm's factors fall."),
            Way(p => Ordered(p, (one, rank) => Cap((p.Length - rank) * one), grows: false), "A larger p-value must not come out below a smaller one: never go below the one before."),
            Way(p => Ordered(p, (one, rank) => (p.Length - rank) * one), "A p-value is a probability: none exceeds 1."),
            Way(p => Ordered(p, (one, rank) => (p.Length - rank) * one, grows: false), "Two things are missing: never below the one before, and never above 1."),
            Way(p => Ordered(p, (one, rank) => Cap((p.Length - rank) * one), back: false), "The numbers are right but sorted: put them back into the order given."),
            Way(p => Ordered(p, (one, rank) => Cap((p.Length - rank) * one), grows: false, back: false), "The numbers are still sorted, and some lie below the one before."),
            Way(p => Ordered(p, (one, rank) => Cap((rank + 1) * one)), "The factors go the other way: the smallest p-value gets the largest."),
            Way(p => Ordered(p, (one, rank) => Cap(p.Length * one / (rank + 1.0)), grows: false), "That is Benjamini and Hochberg's idea, which controls another error."),
            Way(p => [.. p.Select((one, at) => Cap((p.Length - at) * one))], "You multiply in the order given: sort first."),
            Way(p => Ordered(p, (one, rank) => Cap((p.Length - rank - 1) * one)), "Your factors are one too small: the smallest p-value is multiplied by how many there are."),
            Way(p => [.. p.Select(one => 1 - Math.Pow(1 - one, p.Length))], "That is Šidák's correction: all are treated alike. Holm's factors fall."),
            Way(p => [.. p.Select(one => one / p.Length)], "You divide; a corrected p-value is larger."));
    }
}
