using AdvRec.Models;

namespace AdvRec.Tests.Architecture;

/// <summary>With <c>-showliveoutput</c> the test prints the drawing; <c>ADVREC_ASSEMBLY</c> names another build of the library to draw.</summary>
public class ColumnTests(ITestOutputHelper output)
{
    [Fact]
    public void No_part_of_the_library_uses_one_above_it()
    {
        var assembly = Environment.GetEnvironmentVariable("ADVREC_ASSEMBLY") ?? typeof(MatrixFactorization).Assembly.Location;
        Column column = new(assembly, "AdvRec", ["", "Numerics", "Data", "Models", "Objective", "Attacks", "Training", "Evaluation", "Studies", "Poisoning"]);

        foreach (var line in column.Drawing())
            output.WriteLine(line);
        column.AssertArrowsPointDown();
    }
}
