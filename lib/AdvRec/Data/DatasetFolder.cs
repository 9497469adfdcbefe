using System.Globalization;

namespace AdvRec.Data;

/// <summary>The files of a data set: train.tsv, test.tsv and, optionally, items.tsv. The original hands-on's file names are accepted too.</summary>
internal static class DatasetFolder
{
    public const string Train = "train.tsv", Test = "test.tsv", Items = "items.tsv", Users = "users.tsv", ItemIds = "item-ids.tsv";
    private static readonly string[] TrainNames = [Train, "trainingset.tsv"];
    private static readonly string[] TestNames = [Test, "testset.tsv"];

    public static bool Exists(string folder) => Find(folder, TrainNames) is not null && Find(folder, TestNames) is not null;

    public static LeaveOneOutDataset Read(string folder)
    {
        var training = InteractionFile.Read(Find(folder, TrainNames) ?? throw Missing(folder, TrainNames));
        var test = InteractionFile.Read(Find(folder, TestNames) ?? throw Missing(folder, TestNames));
        var items = Path.Combine(folder, Items);
        return new(Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))), training, test, File.Exists(items) ? ReadItems(items) : null);
    }

    private static string? Find(string folder, string[] names) => names.Select(name => Path.Combine(folder, name)).FirstOrDefault(File.Exists);

    private static DatasetException Missing(string folder, string[] names) =>
        new($"{folder}: there is no {string.Join(" or ", names)}; a data set is a folder with {Train} and {Test}.");

    private static List<Item> ReadItems(string path)
    {
        var items = new List<Item>();
        DelimitedText.Read(path, DelimitedText.Tabs, reader =>
        {
            while (reader.Read())
            {
                if (reader.RowFieldCount != 4)
                    throw new DatasetException($"{path}:{reader.RowNumber}: {reader.RowFieldCount} columns instead of 4: item, source id, title, genres, separated by tabs.");
                if (!int.TryParse(reader.GetFieldSpan(0), NumberStyles.None, CultureInfo.InvariantCulture, out var id) || id != items.Count)
                    throw new DatasetException($"{path}:{reader.RowNumber}: item '{reader.GetString(0)}' instead of {items.Count}; items are described once each, in order.");
                items.Add(new(id, reader.GetString(1), reader.GetString(2), reader.GetString(3).Split('|', StringSplitOptions.RemoveEmptyEntries)));
            }
        });

        return items;
    }
}
