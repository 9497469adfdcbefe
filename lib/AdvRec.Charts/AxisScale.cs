using AdvRec.Figures;
using static AdvRec.Charts.Look;

namespace AdvRec.Charts;

/// <summary>From where to where an axis goes, and where it is marked.</summary>
/// <param name="Low">Lower end; its decimal logarithm where the axis is logarithmic.</param>
/// <param name="High">Upper end, likewise.</param>
/// <param name="Log">Whether the axis is logarithmic.</param>
/// <param name="OnlyWhole">Whether the values are few whole numbers, so that each is marked and nothing between.</param>
internal sealed record AxisScale(double Low, double High, bool Log, bool OnlyWhole)
{
    private const double Margin = 0.05;
    private const int MostWhole = 12;
    private const int MostLogTicks = 9;

    public static AxisScale Of(FigureAxis axis, IEnumerable<double> values)
    {
        var finite = values.Where(double.IsFinite).Select(v => axis.Log ? Math.Log10(v) : v).ToArray();
        double low = finite.Min(), high = finite.Max();
        if (axis.Log) return new(low - Room(low, high, 0.3), high + Room(low, high, 0.3), Log: true, OnlyWhole: false);

        if (axis.FromZero) (low, high) = (Math.Min(low, 0), Math.Max(high, 0));
        var onlyWhole = high - low <= MostWhole && finite.All(double.IsInteger);
        var room = onlyWhole && !axis.FromZero ? 0.5 : Room(low, high, low == 0 ? 1 : Math.Abs(low) / 10);
        return new(axis.FromZero && low == 0 ? 0 : low - room, axis.FromZero && high == 0 ? 0 : high + room, Log: false, onlyWhole);
    }

    /// <summary>One scale for both axes.</summary>
    public AxisScale With(AxisScale other) => this with { Low = Math.Min(Low, other.Low), High = Math.Max(High, other.High), OnlyWhole = OnlyWhole && other.OnlyWhole };

    public double ToValue(double end) => Log ? Math.Pow(10, end) : end;

    public Dictionary<string, object?> ToAxis(string title)
    {
        var axis = Axis(title);
        axis["range"] = new[] { Low, High };
        axis["zeroline"] = !Log && Low <= 0;
        if (Log)
        {
            var ticks = LogTicks.Between(Low, High, t => t.Count <= MostLogTicks);
            axis["type"] = "log";
            axis["tickvals"] = ticks.Select(t => t.Value).ToArray();
            axis["ticktext"] = ticks.Select(t => t.Text).ToArray();
        }
        else if (OnlyWhole)
        {
            axis["dtick"] = 1;
            axis["tickformat"] = "d";
        }

        return axis;
    }

    private static double Room(double low, double high, double ifEqual) => high > low ? (high - low) * Margin : ifEqual;
}
