using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace AdvRec.Benchmarks.Measuring;

/// <summary>One measured workload: a line of JSON on standard output.</summary>
/// <param name="Workload">What ran.</param>
/// <param name="Unit">Of <paramref name="Ours"/>, baseline and limit. With "/s" more is better, else less.</param>
/// <param name="Ours">The library's figure.</param>
/// <param name="Threads">Most threads it could use.</param>
internal sealed record Line(string Workload, string Unit, double Ours, int Threads)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The same by straightforward code, on one thread.</summary>
    public double? Baseline { get; init; }

    /// <summary>How many times faster than the baseline.</summary>
    public double? Ratio => Times(Baseline);

    public string? BaselineName { get; init; }

    /// <summary>What the machine's bandwidth or arithmetic would allow, see <see cref="Cost"/>.</summary>
    public double? Limit { get; init; }

    /// <summary>Share of the limit that is reached.</summary>
    public double? OfLimit => Times(Limit);

    /// <summary>What scattered rows alone would take, see <see cref="Measuring.RandomRows"/>; in the same unit.</summary>
    public double? RandomRows { get; init; }

    public string? Dataset { get; init; }

    public string? Note { get; init; }

    public void Print()
    {
        var rounded = this with { Ours = Rounded(Ours)!.Value, Baseline = Rounded(Baseline), Limit = Rounded(Limit), RandomRows = Rounded(RandomRows) };
        Console.WriteLine(JsonSerializer.Serialize(rounded, Json));
    }

    private double? Times(double? other) => Rounded(Unit.EndsWith("/s", StringComparison.Ordinal) ? Ours / other : other / Ours);

    private static double? Rounded(double? value) =>
        value is { } number && double.IsFinite(number) && number != 0 ? double.Parse(FormattableString.Invariant($"{number:G4}"), System.Globalization.CultureInfo.InvariantCulture) : value;
}
