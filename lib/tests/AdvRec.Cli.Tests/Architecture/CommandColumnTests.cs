using AdvRec.Cli.Commands;
using AdvRec.Tests.Architecture;

namespace AdvRec.Cli.Tests.Architecture;

public class CommandColumnTests(ITestOutputHelper output)
{
    [Fact]
    public void No_part_of_the_command_line_uses_one_above_it()
    {
        Column column = new(typeof(ReportCommand).Assembly.Location, "AdvRec.Cli", ["Notebooks", "Running", "Checks", "Reports", "Studies", "Bundles", "Commands"]);

        foreach (var line in column.Drawing())
            output.WriteLine(line);
        column.AssertArrowsPointDown();
    }
}
