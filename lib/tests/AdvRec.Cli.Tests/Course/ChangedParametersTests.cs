using System.Globalization;
using System.Text.RegularExpressions;
using AdvRec.Data;

namespace AdvRec.Cli.Tests.Course;

/// <summary>No sentence of the course is one that other numbers contradict.</summary>
public sealed partial class ChangedParametersTests
{
    /// <summary>Notebooks whose numbers all stand in one cell near the top; of the first, which counts by hand, only the text below its cells.</summary>
    private static readonly string[] s_withParameters = ["02-bpr", "03-attack", "04-defence", "05-what-epsilon-means", "06-beyond", "07-poisoning", "hands-on"];

    public static TheoryData<string> WithParameters => [.. s_withParameters];

    [Fact]
    public async Task With_other_numbers_every_cell_runs_and_no_number_of_before_is_left_in_what_they_say()
    {
        using var course = await ChangedCourse.RunAsync(Datasets.Shipped, write: null, Factors(48));

        Assert.True(course.Result.ExitCode == 0, course.Result.Error);
        Assert.Empty(Lines(course.Outputs(), NumbersOfBefore()));
        Assert.Empty(Lines(course.Outputs(), BadlyWritten()));
    }

    [Fact]
    public async Task With_one_factor_on_a_handful_of_users_without_titles_it_runs_or_says_what_it_needs()
    {
        using var course = await ChangedCourse.RunAsync(null, WriteTiny, Factors(1));

        AssertRunsOrSaysWhatItNeeds(course);
    }

    [Fact]
    public async Task With_two_factors_on_easy_data_it_runs_or_says_what_it_needs()
    {
        using var course = await ChangedCourse.RunAsync(null, WriteEasy, Factors(2));

        AssertRunsOrSaysWhatItNeeds(course);
    }

    [Fact]
    public async Task With_a_learning_rate_of_10_it_runs_or_says_that_training_diverged()
    {
        using var course = await ChangedCourse.RunAsync(null, WriteEasy, ("learningRate = 0.05f", "learningRate = 10f"), (@"new BprOptions \{ Seed = (seed|own) \}", "new BprOptions { Seed = $1, LearningRate = 10 }"));

        AssertRunsOrSaysWhatItNeeds(course);
    }

    [Theory, MemberData(nameof(WithParameters))]
    public void The_prose_counts_nothing_that_a_parameter_sets(string name)
    {
        foreach (var cell in CourseFiles.Cells(CourseFiles.All.Single(path => Path.GetFileNameWithoutExtension(path) == name)).Where(cell => !cell.IsCode))
        {
            // Exercises name the numbers that their checks use; a saved result of another run says how it was made.
            foreach (var paragraph in cell.Text.Split("\n\n").Where(paragraph => !paragraph.StartsWith("**Exercise", StringComparison.Ordinal) && !cell.Text.Contains("saved result", StringComparison.Ordinal)))
            {
                var counted = CountedInProse().Match(paragraph);
                Assert.False(counted.Success, $"{name}, line {cell.Line}: '{counted.Value}' is what a parameter sets: {paragraph}");
            }
        }
    }

    private static (string, string)[] Factors(int count) =>
    [
        ("factors = 64", $"factors = {count}"),
        (@"Create\(data, (seed|own)\)", $"Create(data, $1, factors: {count})"),
    ];

    private static void AssertRunsOrSaysWhatItNeeds(ChangedCourse course)
    {
        Assert.Empty(Lines(course.Outputs().Where(output => output.IsError), Unexplained()));
        Assert.Empty(Lines(course.Outputs().Where(output => !output.IsError), BadlyWritten()));
    }

    private static IEnumerable<string> Lines(IEnumerable<(string Notebook, int Cell, string Text, bool IsError)> outputs, Regex pattern) =>
        from output in outputs
        from line in output.Text.Split('\n')
        where pattern.IsMatch(line)
        select $"{output.Notebook}, cell {output.Cell}: {line}";

    /// <summary>Twenty users who like even or odd items, all of them the same: a model ranks every held-out item first.</summary>
    private static void WriteEasy(string folder) => Write(folder, users: 20, items: 30, likes: (user, item) => item % 2 == user % 2 && item >= 2);

    /// <summary>Five users, eight items, no titles.</summary>
    private static void WriteTiny(string folder) => Write(folder, users: 5, items: 8, likes: (user, item) => (user + item) % 3 == 0 && item >= 2);

    private static void Write(string folder, int users, int items, Func<int, int, bool> likes)
    {
        string Row(int user, int item) => string.Create(CultureInfo.InvariantCulture, $"{user}\t{item}\t4\t{100 * user + item}");
        // The first two items are held out; somebody has to have rated them.
        var training = Enumerable.Range(0, users).SelectMany(user => Enumerable.Range(0, items).Where(item => likes(user, item) || item == (user + 1) % 2).Select(item => Row(user, item)));
        File.WriteAllLines(Path.Combine(folder, "train.tsv"), training);
        File.WriteAllLines(Path.Combine(folder, "test.tsv"), Enumerable.Range(0, users).Select(user => Row(user, user % 2)));
    }

    [GeneratedRegex(@"@100\b|\bat 100\b|ε = 0\.5\b|\b(8|10|6|4) seeds\b|\b(two|three|four|five|six|seven|eight|nine|ten|twelve) (seeds|epochs|draws|attacks|steps)\b|\b(60|30|15|5) (plain|epochs)\b|\b20 fake\b|\b5 targets\b|\b64 factors\b")]
    private static partial Regex NumbersOfBefore();

    [GeneratedRegex(@"\b(two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|sixty|\d+) (\w+ )?(seeds|epochs|draws|steps of|restarts|budgets)\b|(HR|nDCG)@\d+|(HR|nDCG) at \d+|[Ww]ith ε = (?!0\b(?!\.\d))\d")]
    private static partial Regex CountedInProse();

    [GeneratedRegex(@"[-−]0\.0+(?![\d.])|p = 0\.0+(?!\d)|\bNaN\b|E-0\d\d")]
    private static partial Regex BadlyWritten();

    [GeneratedRegex(@"NullReference|IndexOutOfRange|InvalidOperation|KeyNotFound|InvalidCast|DivideByZero|Sequence contains|Object reference|CS\d{4}")]
    private static partial Regex Unexplained();
}
