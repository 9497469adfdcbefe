using AdvRec.Notebooks.Course;
using AdvRec.Poisoning;
using static System.FormattableString;

namespace AdvRec.Notebooks;

/// <content>Notebook 7.</content>
public static partial class Exercise
{
    /// <summary>Ten bandwagon profiles: the target, the twenty most popular other items, and twenty random ones.</summary>
    /// <param name="bandwagon">The answer, a function of the items' popularity and the target; null as long as there is none.</param>
    public static ExerciseResult CheckBandwagon(object? bandwagon)
    {
        const string name = "Exercise 1";
        if (bandwagon is null)
            return ExerciseResult.Nothing(name, ReplaceNull);
        foreach (var (items, target) in new[] { (200, 60), (300, 7), (150, 149) })
        {
            // Popular items are spread over the catalogue, and the target of the second catalogue is one of them.
            int[] popularity = [.. Enumerable.Range(0, items).Select(item => item * 77 % 101 % 40)];
            int[] popular = [.. Enumerable.Range(0, items).Where(item => item != target).OrderByDescending(item => popularity[item]).ThenBy(item => item).Take(20)];
            if (!Given.Call(bandwagon, [popularity, target], out var value, out var problem))
                return ExerciseResult.NotYet(name, problem);
            if (value is not System.Collections.IEnumerable rows || value is string)
                return ExerciseResult.NotYet(name, "The function must return profiles, each an array of item numbers.");
            var profiles = new List<double[]>();
            foreach (var row in rows)
            {
                if (Given.Numbers(row, out problem) is not { } numbers)
                    return ExerciseResult.NotYet(name, $"Profiles are needed, each an array of item numbers. {problem}");
                profiles.Add(numbers);
            }

            if (SlipIn(profiles, popular, items, target, popularity) is { } slip)
                return ExerciseResult.NotYet(name, slip);
        }

        return ExerciseResult.Right(name, "The popular half ties the target to many users at once; the random half makes the accounts differ.");
    }

    /// <summary>By how many places fake profiles raised the target, on average over the users.</summary>
    /// <param name="places">The answer; null as long as there is none.</param>
    /// <param name="without">The target without fake users.</param>
    /// <param name="with">The target with them.</param>
    public static ExerciseResult CheckExposureGain(object? places, TargetExposure without, TargetExposure with)
    {
        ArgumentNullException.ThrowIfNull(without);
        ArgumentNullException.ThrowIfNull(with);
        double before = without.MeanRank, after = with.MeanRank, risen = before - after, users = with.Ranks.Count;
        return CheckNumber("Exercise 2", places, risen, Tolerance, "For each user, the rank without the profiles minus that with them; then the mean over users.",
            Invariant($"From rank {before:F0} to rank {after:F0} on average; {with.Ranks.Zip(without.Ranks).Count(rank => rank.First < rank.Second)} of {users} users see it higher than before."),
            (-risen, "The sign is the opposite: to rise is to get a smaller rank."),
            (after, "That is the mean rank with the profiles; what was it without?"),
            (before, "That is the mean rank without the profiles; what is it with them?"),
            (without.MedianRank - with.MedianRank, "That is the difference of the medians; asked for is the mean."),
            (with.MedianRank - without.MedianRank, "That is the difference of the medians, and with the opposite sign; asked for is the mean."),
            (risen * users, "That is the sum over all users; asked for is the mean."),
            (risen / before, "That is a share of the rank before; asked for are places."),
            (100 * risen / before, "That is in per cent of the rank before; asked for are places."),
            (before / after, "That is a ratio; asked for is a difference."),
            (with.Ranks.Zip(without.Ranks).Average(rank => Math.Abs(rank.First - rank.Second)), "Those who see it lower count with the other sign."),
            (100 * (with.HitRate(100) - without.HitRate(100)), "That is the gain in hit rate; asked for are places."));
    }

    /// <summary>AUC of a suspicion, by hand.</summary>
    /// <param name="auc">The answer; null as long as there is none.</param>
    /// <param name="suspicion">One number per user, real users first.</param>
    /// <param name="realUsers">How many are real.</param>
    public static ExerciseResult CheckDetectorAuc(object? auc, IReadOnlyList<double> suspicion, int realUsers)
    {
        ArgumentNullException.ThrowIfNull(suspicion);
        var right = Detection.Of(suspicion, realUsers);
        double[] real = [.. suspicion.Take(realUsers)], fake = [.. suspicion.Skip(realUsers)];
        double fakes = fake.Length, pairs = fakes * realUsers;
        double Wins(double tie) => fake.Sum(one => real.Sum(other => other < one ? 1 : other == one ? tie : 0));
        return CheckNumber("Exercise 3", auc, right.Auc, Tolerance, "For every fake user, count the real users with a lower number; then divide by the number of all pairs.",
            Invariant($"Among the {fakes} most suspicious users, {100 * right.Precision:F0} % are fake."),
            (1 - right.Auc, "That is the share of pairs in which the real user is the more suspicious."),
            (100 * right.Auc, "That is in per cent; asked for is a number between 0 and 1."),
            (0, "A division of two whole numbers drops what is behind the decimal point."),
            (right.Precision, "That is the precision among the most suspicious users."),
            (Wins(0.5), "That is how many pairs; which share of all is it?"),
            (Wins(0) / pairs, "Equal ones count half."),
            (Wins(1) / pairs, "Equal ones count half, not whole."),
            (Wins(0.5) / fakes, "That divides by the fake users only; how many pairs are there?"),
            (Wins(0.5) / realUsers, "That divides by the real users only; how many pairs are there?"),
            (Wins(0.5) / ((double)suspicion.Count * suspicion.Count), "A pair is one fake and one real user; you divide by the pairs of all users."),
            (Wins(0.5) / (fakes * suspicion.Count), "A pair is one fake and one real user; you divide by too many."),
            (fake.Average() - real.Average(), "That is the difference of the means; asked for is a share of pairs."),
            (fakes / suspicion.Count, "That is the share of fake users."));
    }

    private static string? SlipIn(List<double[]> profiles, int[] popular, int items, int target, int[] popularity)
    {
        if (profiles.Count != 10)
            return $"That makes {profiles.Count} profiles; ten are needed.";
        if (profiles.SelectMany(profile => profile).Any(item => !(item >= 0 && item < items && item == Math.Floor(item))))
            return "A number is no item: items are numbered from 0 to one less than there are.";
        if (profiles.Any(profile => !profile.Contains(target)))
            return "The target is missing: then nobody pushes it.";
        if (profiles.Any(profile => profile.Distinct().Count() < profile.Length))
            return "An item occurs twice in a profile: the target, the popular ones and the random ones must not overlap.";
        var missing = profiles.Max(profile => popular.Count(item => !profile.Contains(item)));
        if (missing > 0)
        {
            int[] least = [.. Enumerable.Range(0, items).OrderBy(item => popularity[item]).Take(20)];
            return profiles.All(profile => least.Count(item => profile.Contains(item)) >= 19) ? "Those are the least popular items: the order is the other way round."
                : missing == 1 ? "One of the popular items is missing: take twenty besides the target, which may be popular itself; of equal ones the smaller number first."
                : "The twenty most popular items are not all there; of equal ones the smaller number comes first.";
        }

        if (profiles.Any(profile => profile.Length != 41))
            return $"A profile has {profiles.First(profile => profile.Length != 41).Length} items; with the target, twenty popular and twenty random ones it is 41.";
        var sets = profiles.Select(profile => string.Join(' ', profile.Order())).Distinct().Count();
        return sets == 1 ? "All profiles are the same: draw the random half anew for each; a generator made anew from the same seed draws the same."
            : sets < 10 ? "Some profiles are the same: draw the random half anew for each."
            : null;
    }
}
