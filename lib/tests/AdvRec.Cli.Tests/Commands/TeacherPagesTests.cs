using System.Text;
using System.Text.RegularExpressions;
using AdvRec.Cli.Commands;
using AdvRec.Cli.Notebooks;
using AdvRec.Cli.Reports.Teaching;
using AdvRec.Cli.Tests.Browser;
using AngleSharp.Html.Parser;

namespace AdvRec.Cli.Tests.Commands;

/// <summary><c>advrec report --teacher</c>.</summary>
public sealed class TeacherPagesTests(BrowserFixture browser)
{
    private static readonly IReadOnlyList<string> s_notebooks = Repository.Notebooks();

    private const string Sample = """
        #!markdown

        # Guessing & more

        **Predict:** what is *six* times seven?
        Write it down.

        And then run on.

        #!csharp

        Console.WriteLine(6 * 7); "forty-two"

        #!markdown

        **Exercise 1.** Not this one:

        #!csharp

        "nothing to check yet"

        #!markdown

        **Question:** nobody has a note to this one.
        """;

    [Fact]
    public async Task The_key_sets_this_runs_numbers_and_the_note_beside_each_question()
    {
        using var folder = new TemporaryFolder();
        folder.Write("guess.dib", Sample);
        folder.Write("teacher.md", "# Notes\n\n## other\n\n### what is\n\nwrong notebook\n\n## guess\n\n### what is *six* times\n\n**A guess:** 13, by adding.\n");

        var result = await CommandProcess.RunAsync(folder.Path, "report", "guess.dib", "--teacher", "--reproducible");
        var key = new HtmlParser().ParseDocument(File.ReadAllText(folder.At("reports/teacher/key.html"))).QuerySelectorAll(".prediction");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Contains(Path.Combine("reports", "teacher", "worksheets.html"), result.Output, StringComparison.Ordinal);
        Assert.Equal(2, key.Length);
        Assert.Equal("42\nforty-two", key[0].QuerySelector("pre")!.TextContent);
        Assert.Contains("13, by adding", key[0].TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("wrong notebook", key[0].TextContent, StringComparison.Ordinal);
        Assert.Null(key[1].QuerySelector("pre"));
    }

    [Fact]
    public async Task Without_the_option_nothing_gives_an_answer_away()
    {
        using var folder = new TemporaryFolder();
        folder.Write("guess.dib", Sample);

        await CommandProcess.RunAsync(folder.Path, "report", "guess.dib");

        Assert.False(Directory.Exists(folder.At("reports/teacher")));
    }

    [Fact]
    public async Task Every_notebook_of_the_course_has_a_worksheet_that_is_one_printed_page()
    {
        using var folder = new TemporaryFolder();
        var executed = s_notebooks.Select(path => new Running.ExecutedNotebook(Notebook.Load(path))).ToList();
        var page = TeacherPages.Write(executed, new(folder.Path, null, Reproducible: true)).Single(path => path.EndsWith("worksheets.html", StringComparison.Ordinal));
        await using var opened = await browser.OpenAsync(page);

        var pdf = Encoding.Latin1.GetString(await opened.Page.PdfAsync(new() { Format = "A4", PreferCSSPageSize = true }));

        Assert.Equal(executed.Count, Regex.Count(pdf, @"/Type\s*/Page\b"));
        Assert.Equal(executed.Sum(one => Question.Of(one.Notebook).Count), await opened.Page.Locator(".worksheet tbody tr").CountAsync());
    }

    [Fact]
    public void Every_question_of_the_course_has_its_note_and_every_note_its_question()
    {
        var notes = TeacherNotes.In(Path.GetDirectoryName(s_notebooks[0])!);
        var questions = s_notebooks.Select(Notebook.Load).SelectMany(notebook => Question.Of(notebook).Select(question => (Notebook: notebook, Question: question))).ToList();

        Assert.Empty(questions.Where(one => notes.To(one.Notebook, one.Question) is null).Select(one => $"{one.Notebook.Name}: {one.Question.Text}"));
        Assert.Empty(notes.Entries.Where(entry => !questions.Exists(one => notes.To(one.Notebook, one.Question) == entry.Note)).Select(entry => entry.Beginning));
        Assert.All(notes.Entries, entry => Assert.All((string[])["**A guess:**", "**The thought behind it:**", "**Ask then:**"], part => Assert.Contains(part, entry.Note, StringComparison.Ordinal)));
    }
}
