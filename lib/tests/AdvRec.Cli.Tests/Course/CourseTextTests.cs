using System.Text.RegularExpressions;
using AdvRec.Cli.Notebooks;
using AdvRec.Cli.Reports;

namespace AdvRec.Cli.Tests.Course;

/// <summary>What every notebook of the course holds, whatever it teaches.</summary>
public sealed partial class CourseTextTests
{
    public static TheoryData<string> Notebooks => [.. CourseFiles.Notebooks.Select(path => Path.GetFileName(path))];

    [Theory, MemberData(nameof(Notebooks))]
    public void It_opens_with_what_one_will_be_able_to_do_the_time_and_the_needs(string name)
    {
        var opening = Cells(name)[0].Text;

        Assert.StartsWith("# ", opening, StringComparison.Ordinal);
        Assert.Contains("**Afterwards you can**", opening, StringComparison.Ordinal);
        Assert.Matches(@"\*\*Time:\*\* \d+ minutes", opening);
        Assert.Contains("**Needs:**", opening, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Notebooks))]
    public void It_asks_to_predict_has_two_to_four_exercises_and_ends_with_a_summary_and_the_way_on(string name)
    {
        var text = Markdown(name);

        Assert.True(text.Split("**Predict:**").Length > 2);
        Assert.InRange(ExerciseTitle().Count(text), 2, 4);
        Assert.Contains("## Summary", text, StringComparison.Ordinal);
        Assert.Contains($"(solutions/{Path.GetFileNameWithoutExtension(name)}-solutions.dib)", text, StringComparison.Ordinal);
        var next = CourseFiles.Notebooks.Select(path => Path.GetFileName(path)).SkipWhile(other => other != name).Skip(1).FirstOrDefault() ?? "hands-on.dib";
        Assert.Contains($"({next})", text, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Notebooks))]
    public void Every_exercise_has_a_starter_that_is_visibly_unfinished_and_a_check(string name)
    {
        var cells = Cells(name);
        for (var at = 0; at < cells.Count; at++)
        {
            if (cells[at].IsCode || !ExerciseTitle().IsMatch(cells[at].Text))
                continue;
            Assert.Contains("= null", cells[at + 1].Text, StringComparison.Ordinal);
            Assert.Contains("←", cells[at + 1].Text, StringComparison.Ordinal);
            Assert.True(CourseFiles.IsCheck(cells[at + 2]), $"{name}, line {cells[at + 2].Line}: the check of an exercise comes right after its starter.");
        }
    }

    [Theory, MemberData(nameof(Notebooks))]
    public void A_guess_has_a_cell_of_its_own_and_nothing_shows_the_answer_before_it_is_revealed(string name)
    {
        var code = Cells(name).Where(cell => cell.IsCode).ToList();
        for (var at = 0; at < code.Count; at++)
        {
            if (!Revealed().IsMatch(code[at].Text))
                continue;
            var guess = Revealed().Match(code[at].Text).Groups["guess"].Value;
            var asked = code.FindIndex(cell => Regex.IsMatch(cell.Text, $@"\A(double\?|string) {guess} = null;   // ← [^\n]+\z"));
            Assert.True(asked >= 0 && asked < at, $"{name}, line {code[at].Line}: {guess} is null in a cell of its own before.");
            Assert.All(code[(asked + 1)..at], cell => Assert.DoesNotMatch(@"Console\.Write|Print\.(?!Progress)|Tables\.|Charts\.|Explore\.", cell.Text));
        }
    }

    [Fact]
    public void What_is_to_be_predicted_is_guessed_in_the_next_cell_and_revealed_and_what_has_no_single_answer_is_a_question()
    {
        foreach (var path in CourseFiles.All)
        {
            var cells = CourseFiles.Cells(path);
            foreach (var (at, cell) in cells.Index().Where(cell => !cell.Item.IsCode && cell.Item.Text.Contains("**Predict:**", StringComparison.Ordinal)))
            {
                var guess = Guess().Match(cells[at + 1].Text);
                Assert.True(guess.Success, $"{path}, line {cell.Line}: no cell for the guess comes next.");
                Assert.Single(cells, other => Revealed().Match(other.Text).Groups["guess"].Value == guess.Groups["guess"].Value);
            }
        }
    }

    [Theory, MemberData(nameof(Notebooks))]
    public void Solutions_keep_in_step(string name)
    {
        var cells = Cells(name);
        var solutions = CourseFiles.Cells(CourseFiles.SolutionsOf(CourseFiles.Notebooks.Single(path => Path.GetFileName(path) == name)));
        var text = string.Join('\n', solutions.Where(cell => !cell.IsCode).Select(cell => cell.Text));

        foreach (var exercise in ExerciseText().Matches(Markdown(name)).Select(match => match.Value.TrimEnd()))
            Assert.Contains(exercise, text, StringComparison.Ordinal);
        Assert.Equal(cells.Where(CourseFiles.IsCheck).Select(cell => cell.Text), solutions.Where(CourseFiles.IsCheck).Select(cell => cell.Text));

        // What is neither an answer nor a check is the notebook's own code.
        var code = solutions.Where(cell => cell.IsCode).ToList();
        for (var at = 1; at < code.Count; at++)
        {
            var isAnswer = at + 1 < code.Count && CourseFiles.IsCheck(code[at + 1]);
            Assert.True(isAnswer || cells.Any(cell => cell.Text == code[at].Text), $"{name}: line {code[at].Line} of the solutions is not in the notebook.");
        }
    }

    [Fact]
    public void Links_between_notebooks_lead_somewhere()
    {
        foreach (var path in CourseFiles.All)
        {
            foreach (var target in Link().Matches(string.Join('\n', CourseFiles.Cells(path).Where(cell => !cell.IsCode).Select(cell => cell.Text))).Select(match => match.Groups["target"].Value))
                Assert.True(File.Exists(Path.Combine(Path.GetDirectoryName(path)!, target)), $"{path}: there is no {target}.");
        }
    }

    [Fact]
    public void Above_the_import_stands_what_to_do_where_the_library_is_not_built_or_the_folder_has_moved()
    {
        foreach (var path in CourseFiles.All)
        {
            var cells = CourseFiles.Cells(path);
            var above = cells.TakeWhile(cell => !cell.IsCode).Last().Text.ReplaceLineEndings(" ");
            Assert.Contains("finds no `lib.dib`, or `lib.dib` names a folder that is no longer there", above, StringComparison.Ordinal);
            Assert.Contains("`dotnet build lib/AdvRec.Notebooks -c Release`", above, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void In_a_copy_elsewhere_every_link_leads_to_a_copy_or_to_the_file_itself()
    {
        using var folder = new TemporaryFolder();
        foreach (var path in CourseFiles.All)
        {
            var links = new MovedLinks(Path.GetDirectoryName(path)!, folder.Path, ".ipynb", CourseFiles.Notebooks);
            var text = string.Join("\n\n", CourseFiles.Cells(path).Where(cell => !cell.IsCode).Select(cell => MarkdownLinks.Move(cell.Text, links)));
            foreach (var target in RelativeLink().Matches(text).Select(match => Uri.UnescapeDataString(match.Groups["target"].Value)))
            {
                var isCopy = CourseFiles.Notebooks.Any(notebook => Path.GetFileNameWithoutExtension(notebook) + ".ipynb" == target);
                Assert.True(isCopy || File.Exists(folder.At(target)), $"{path}: {target} leads nowhere.");
            }
        }
    }

    [Fact]
    public void No_cell_uses_what_one_of_the_hosts_does_not_take()
    {
        foreach (var path in CourseFiles.All)
        {
            var cells = CourseFiles.Cells(path);
            Assert.Matches(@"^#!import \.\.?/lib\.dib$", cells.First(cell => cell.IsCode).Text);
            Assert.All(cells.Where(cell => cell.IsCode).Skip(1), cell => Assert.DoesNotMatch(@"(?m)^#!|^#r|Console\.Error|(?<![.\w])(display|HTML)\(|DisplayAs|\bthrow\b|^using var|\bdynamic\b", cell.Text));
            Assert.All(cells.Where(cell => !cell.IsCode), cell => Assert.DoesNotMatch(@"(?<!\w)@\w|\w@k\b|\$\$|```mermaid", cell.Text));
        }
    }

    [Fact]
    public void Cells_are_short_and_narrow()
    {
        foreach (var path in CourseFiles.All)
        {
            Assert.All(CourseFiles.Cells(path).Where(cell => cell.IsCode), cell =>
            {
                var lines = cell.Text.Split('\n');
                Assert.True(lines.Length <= 15 && lines.Max(line => line.Length) <= 120, $"{path}, line {cell.Line}: {lines.Length} lines, the longest of {lines.Max(line => line.Length)} characters.");
            });
        }
    }

    private static IReadOnlyList<Cell> Cells(string name) => CourseFiles.Cells(CourseFiles.Notebooks.Single(path => Path.GetFileName(path) == name));

    private static string Markdown(string name) => string.Join("\n\n# \n", Cells(name).Where(cell => !cell.IsCode).Select(cell => cell.Text));

    [GeneratedRegex(@"Predict\.(Number|Choice)\((?<guess>\w+),", RegexOptions.ExplicitCapture)]
    private static partial Regex Revealed();

    [GeneratedRegex(@"\A(double\?|string) (?<guess>\w+) = null;   // ← [^\n]+\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Guess();

    [GeneratedRegex(@"^\*\*Exercise \d\.\*\*", RegexOptions.Multiline)]
    private static partial Regex ExerciseTitle();

    [GeneratedRegex(@"^\*\*Exercise \d\.\*\*.*?(?=\n\n#)", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex ExerciseText();

    [GeneratedRegex(@"\]\((?<target>[^):#]+)[^):]*\)", RegexOptions.ExplicitCapture)]
    private static partial Regex RelativeLink();

    [GeneratedRegex(@"\]\((?<target>[^):#]+\.(dib|md|cs))\)", RegexOptions.ExplicitCapture)]
    private static partial Regex Link();
}
