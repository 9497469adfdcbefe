using System.Globalization;
using AdvRec.Data;

namespace AdvRec.Tests;

/// <summary>The hands-on's own split, which may not be redistributed: found through ADVREC_DATA, or in data/ after a download.</summary>
internal static class Movielens500
{
    /// <summary>Where its files are; only after <see cref="Load"/>.</summary>
    public static string Folder => new[] { Environment.GetEnvironmentVariable("ADVREC_DATA"), Path.Combine(Repository.Root, "data") }
        .OfType<string>().Select(folder => Path.Combine(folder, "movielens-500")).First(folder => File.Exists(Path.Combine(folder, "trainingset.tsv")));

    /// <returns>The data set, and its training pairs in the order of the file.</returns>
    public static (LeaveOneOutDataset Data, (int User, int Item)[] Pairs) Load()
    {
        if (!Datasets.IsAvailable("movielens-500"))
        {
            MissingData.SkipOrFail("movielens-500 is not here: it may not be redistributed. Put its folder into data/, or name the folder above it in ADVREC_DATA.");
        }

        var data = Datasets.Load("movielens-500");
        (int, int)[] pairs = [.. File.ReadLines(Path.Combine(Folder, "trainingset.tsv"))
            .Select(line => line.Split('\t'))
            .Select(fields => (int.Parse(fields[0], CultureInfo.InvariantCulture), int.Parse(fields[1], CultureInfo.InvariantCulture)))];
        return (data, pairs);
    }
}
