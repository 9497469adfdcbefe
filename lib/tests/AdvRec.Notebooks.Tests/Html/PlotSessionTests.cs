using AdvRec.Notebooks.Html;

namespace AdvRec.Notebooks.Tests.Html;

public class PlotSessionTests
{
    [Fact]
    public void Ids_are_the_same_in_every_run_and_never_used_twice()
    {
        string[] contents = ["a", "b", "a", "a"];
        PlotSession first = new(), second = new();

        var ids = contents.Select(c => first.Show(c).Id).ToArray();

        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.Equal(ids, contents.Select(c => second.Show(c).Id));
    }

    [Fact]
    public void Only_the_first_figure_brings_the_script_and_does_so_again_when_its_cell_is_run_again()
    {
        var session = new PlotSession();

        Assert.True(session.Show("a").BringsScript);
        Assert.False(session.Show("b").BringsScript);
        Assert.True(session.Show("a").BringsScript);
        Assert.False(session.Show("b").BringsScript);
    }

    [Fact]
    public void No_figure_brings_the_script_where_it_came_by_itself()
    {
        var session = new PlotSession();

        session.Bring();

        Assert.False(session.Show("a").BringsScript);
        Assert.False(session.Show("a").BringsScript);
    }

    [Fact]
    public void Of_figures_shown_at_once_one_brings_the_script()
    {
        var session = new PlotSession();
        var shown = new (string Id, bool BringsScript)[64];

        Parallel.For(0, shown.Length, i => shown[i] = session.Show($"figure {i}"));

        Assert.Single(shown, s => s.BringsScript);
        Assert.Equal(shown.Length, shown.Select(s => s.Id).Distinct().Count());
    }
}
