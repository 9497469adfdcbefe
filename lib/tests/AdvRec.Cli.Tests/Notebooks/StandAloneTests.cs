using AdvRec.Cli.Notebooks;

namespace AdvRec.Cli.Tests.Notebooks;

/// <summary>Notebooks that leave the course load the library themselves, also where an editor has changed their line ends.</summary>
public sealed class StandAloneTests
{
    [Theory, InlineData("\n"), InlineData("\r\n")]
    public void An_import_of_the_course_s_library_becomes_its_reference(string lineEnd)
    {
        var notebook = "#!markdown\n\nThe next cell loads the library. If not, build it.\n\n#!csharp\n\n#!import ../lib.dib\n".ReplaceLineEndings(lineEnd);

        var alone = new StandAlone("#!csharp\n#r \"nuget: AdvRec.Notebooks\"\n").Inline(notebook);

        Assert.Contains("\n#!csharp\n\n#r \"nuget: AdvRec.Notebooks\"\n", alone, StringComparison.Ordinal);
        Assert.DoesNotContain("lib.dib", alone, StringComparison.Ordinal);
        Assert.DoesNotContain("build it", alone, StringComparison.Ordinal);
    }
}
