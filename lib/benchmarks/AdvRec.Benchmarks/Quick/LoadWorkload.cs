using System.Globalization;
using AdvRec.Benchmarks.Baselines;
using AdvRec.Benchmarks.Measuring;
using AdvRec.Benchmarks.Scale;
using AdvRec.Data;

namespace AdvRec.Benchmarks.Quick;

/// <summary>Loading, checking and sorting a data set of a million rows.</summary>
internal static class LoadWorkload
{
    public static void Print()
    {
        var size = ScaleRun.MovieLens1M;
        var folder = LongTailedData.WriteFiles(size);
        try
        {
            var train = Path.Combine(folder, "train.tsv");
            var megabytes = new FileInfo(train).Length / 1e6;
            new Line("load", "MB/s", megabytes / Clock.Best(() => Datasets.Load(folder), budget: 2), 1)
            {
                Baseline = megabytes / Clock.Best(() => NaiveLoader.Load(train), budget: 2),
                BaselineName = NaiveLoader.Name,
                Dataset = "synthetic",
                Limit = megabytes / Clock.Best(() => InteractionFiles.CountLines(train), budget: 0.5),
                Note = string.Create(CultureInfo.InvariantCulture, $"{megabytes:F0} MB in the file cache; ours also checks every field and pair; limit: reading the bytes and counting lines"),
            }.Print();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
