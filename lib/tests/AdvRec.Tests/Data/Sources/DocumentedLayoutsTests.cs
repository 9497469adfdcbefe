using AdvRec.Sources.Layouts;

namespace AdvRec.Tests.Data.Sources;

/// <summary>data/README.md says what the reader does.</summary>
public sealed class DocumentedLayoutsTests
{
    private static readonly string[][] Cells =
    [
        .. File.ReadLines(Path.Combine(Repository.Root, "data", "README.md")).Where(line => line.StartsWith('|'))
            .Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries)),
    ];

    [Fact]
    public void Every_known_name_of_a_column_is_listed_in_the_order_of_preference()
    {
        for (var role = 0; role < Role.Names.Count; role++)
        {
            var documented = Assert.Single(Cells, cells => cells[0] == Role.Names[role])[1];
            Assert.Equal(string.Join(", ", ColumnNames.Known[role]), documented);
        }
    }

    [Fact]
    public void Every_published_file_that_needs_columns_is_listed_with_those_that_its_layout_is_tested_with()
    {
        var listed = Cells.SkipWhile(cells => cells is not ["file", "`--columns`"]).Skip(2).TakeWhile(cells => cells is [_, ['`', ..]])
            .Select(cells => (Set: cells[0], Columns: cells[1].Split('`')[1])).ToList();

        Assert.True(listed.Count >= 8);
        Assert.All(listed, file => Assert.Contains(new PublishedLayouts(), layout => layout.Data.Item1 == file.Set && layout.Data.Item4 == file.Columns));
    }
}
