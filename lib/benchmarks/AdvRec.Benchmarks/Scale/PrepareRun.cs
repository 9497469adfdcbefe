using System.IO.Compression;
using System.Text;
using AdvRec.Benchmarks.Baselines;
using AdvRec.Benchmarks.Measuring;
using AdvRec.Sources;

namespace AdvRec.Benchmarks.Scale;

/// <summary>Preparing raw ratings in the layouts of MovieLens, plain and packed, and with millions of ids that are texts.</summary>
internal static class PrepareRun
{
    public const int MostRows = 20_000_000;
    private const int RowsOfBaseline = 1_000_000, RatingsPerUser = 144, Items = 27_000;

    public static int Run(int rows)
    {
        var folder = Directory.CreateTempSubdirectory("advrec-benchmarks-prepare-").FullName;
        try
        {
            Print(folder, "commas, header", "ratings.csv", "userId,movieId,rating,timestamp\n", rows, Movie(','));
            Print(folder, "commas, header, .gz", "ratings.csv.gz", "userId,movieId,rating,timestamp\n", rows, Movie(','));
            Print(folder, "tabs", "u.data", "", rows, Movie('\t'));
            Print(folder, "two colons", "ratings.dat", "", rows, row => $"{1 + row / RatingsPerUser}::{Item(row)}::{1 + row % 5}::{Time(row)}\n");
            // Four ratings each: as many users as a quarter of the rows.
            Print(folder, "texts as ids", "texts.csv", "", rows, row => $"A{Hash(row / 4):X8}{row / 4:D8}USER,B{Item(row):D9},{1 + row % 5}.0,{Time(row)}\n");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        return 0;
    }

    private static Func<int, string> Movie(char separator) =>
        row => FormattableString.Invariant($"{1 + row / RatingsPerUser}{separator}{Item(row)}{separator}{1 + row % 10 / 2.0}{separator}{Time(row)}\n");

    private static void Print(string folder, string layout, string name, string header, int rows, Func<int, string> row)
    {
        var (path, small) = (Path.Combine(folder, name), Path.Combine(folder, "small"));
        var megabytes = Write(path, header, rows, row) / 1e6;
        var smallMegabytes = Write(small, header, Math.Min(rows, RowsOfBaseline), row) / 1e6;
        var output = Path.Combine(folder, "set");
        PreparationSummary? summary = null;
        var (seconds, processor) = (double.PositiveInfinity, double.PositiveInfinity);
        for (var run = 0; run < 3; run++)
        {
            var before = Environment.CpuUsage.TotalTime;
            seconds = Math.Min(seconds, Clock.Once(() => summary = Preparation.Prepare(path, output)));
            processor = Math.Min(processor, (Environment.CpuUsage.TotalTime - before).TotalSeconds);
        }

        var peak = PeakMemory.Of(() => Preparation.Prepare(path, output));
        new Line($"prepare, {layout}", "MB/s", megabytes / seconds, Environment.ProcessorCount)
        {
            Baseline = smallMegabytes / Clock.Once(() => NaivePreparation.Prepare(small, output, header.Length > 0, name is "ratings.dat" ? "::" : name is "u.data" ? "\t" : ",")),
            BaselineName = NaivePreparation.Name,
            Note = FormattableString.Invariant(
                $"{rows / 1e6:G3} M rows, {megabytes:F0} MB of text, {summary!.Users:N0} users; reading, splitting and writing, best of three, {processor:F1} s of processor time; heap's peak {peak / 1e6:F0} MB, garbage included; baseline on {Math.Min(rows, RowsOfBaseline) / 1e6:G3} M rows"),
        }.Print();
        File.Delete(path);
    }

    /// <returns>Bytes of text.</returns>
    private static long Write(string path, string header, int rows, Func<int, string> row)
    {
        var bytes = (long)header.Length;
        using Stream file = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(File.Create(path), CompressionLevel.Fastest) : File.Create(path);
        using var writer = new StreamWriter(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), bufferSize: 1 << 20);
        writer.Write(header);
        for (var at = 0; at < rows; at++)
        {
            var text = row(at);
            bytes += text.Length;
            writer.Write(text);
        }

        return bytes;
    }

    // Within a user's rows the items differ: the step has no divisor in common with their number.
    private static int Item(int row) => 1 + (int)((Hash(row / RatingsPerUser) + row * 1_009L) % Items);

    private static long Time(int row) => 1_000_000_000 + Hash(row) % 300_000_000;

    private static uint Hash(int number) => unchecked((uint)number * 2_654_435_761u) >> 1;
}
