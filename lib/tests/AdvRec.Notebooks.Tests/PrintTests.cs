using System.Globalization;

namespace AdvRec.Notebooks.Tests;

/// <summary>Numbers below a cell.</summary>
public class PrintTests
{
    [Theory]
    [InlineData("", "16.3 [−0.2, 1234.0]")]
    [InlineData("de-DE", "16.3 [−0.2, 1234.0]")]
    [InlineData("ar-EG", "16.3 [−0.2, 1234.0]")]
    public void An_interval_is_written_the_same_way_in_every_language(string culture, string expected)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal(expected, Print.Interval(new(-0.21, 16.25001, 1234)));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData(-0.04, 1, "0.0")]
    [InlineData(-0.06, 1, "−0.1")]
    [InlineData(2.5, 4, "2.5000")]
    [InlineData(double.NaN, 1, "n/a")]
    public void What_rounds_to_zero_has_no_sign(double value, int decimals, string expected) => Assert.Equal(expected, Print.Number(value, decimals));
}
