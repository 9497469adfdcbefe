using System.Reflection;

namespace AdvRec.Data;

/// <summary>Finds data sets by name, wherever the code that asks for them runs.</summary>
public static class Datasets
{
    /// <summary>The data set that ships with the project.</summary>
    public const string Shipped = "movielens-small";

    /// <summary>
    /// Loads the data set that a run was asked for: the environment variable <c>ADVREC_DATASET</c> (which `advrec report --dataset` sets), else <see cref="Shipped"/>.
    /// </summary>
    /// <exception cref="DatasetException">The data set is missing, or a file of it has a mistake; the message names file and line.</exception>
    public static LeaveOneOutDataset Load() =>
        Load(Environment.GetEnvironmentVariable("ADVREC_DATASET") is { Length: > 0 } chosen ? chosen : Shipped);

    /// <summary>
    /// Loads a data set: a folder's path, or a name that is looked up in the folder that <c>ADVREC_DATA</c> names, in the project's `data` folder,
    /// which is found from the library's own location, and in `data` folders of the working directory and above it.
    /// </summary>
    /// <param name="nameOrFolder">Such as "movielens-small", or the path of a folder with train.tsv and test.tsv.</param>
    /// <exception cref="DatasetException">The data set is missing, or a file of it has a mistake; the message names file and line.</exception>
    public static LeaveOneOutDataset Load(string nameOrFolder)
    {
        ArgumentException.ThrowIfNullOrEmpty(nameOrFolder);
        var places = Candidates(nameOrFolder).ToList();
        var found = places.Find(DatasetFolder.Exists) ?? places.Find(Directory.Exists);
        return found is not null
            ? DatasetFolder.Read(found)
            : throw new DatasetException(Missing(nameOrFolder, places));
    }

    /// <summary>Whether <see cref="Load(string)"/> would find files for this name.</summary>
    /// <param name="nameOrFolder">Name or path of a folder.</param>
    public static bool IsAvailable(string nameOrFolder) =>
        Candidates(nameOrFolder).Any(DatasetFolder.Exists);

    /// <summary>The project's `data` folder, where fetched data sets go beside <see cref="Shipped"/>; null outside of the project.</summary>
    internal static string? ProjectFolder => ProjectFolders().FirstOrDefault();

    /// <summary>The data sets that are here, those in <c>ADVREC_DATA</c> first; of one name only the one that <see cref="Load(string)"/> takes.</summary>
    public static IReadOnlyList<AvailableDataset> Available() =>
    [
        .. SearchFolders().Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal))
            // What is only partly fetched lies in a folder whose name starts with a dot.
            .Where(folder => !Path.GetFileName(folder).StartsWith('.') && DatasetFolder.Exists(folder))
            .Select(folder => new AvailableDataset(Path.GetFileName(folder), folder))
            .DistinctBy(found => found.Name),
    ];

    /// <summary>Names in the command line's catalogue, so that a missing set's message can say what fetches it.</summary>
    internal static IReadOnlyList<string> Fetchable { get; } = ["movielens-500", "movielens", "movielens-1m", "movielens-100k", "movielens-latest-small"];

    /// <summary>The package that carries <see cref="Shipped"/>, from the folder where NuGet keeps all packages; it has this assembly's version.</summary>
    private static readonly string s_notebooksPackage = Path.Combine(
        "advrec.notebooks", typeof(Datasets).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion);

    private static string Missing(string nameOrFolder, IEnumerable<string> places) => Fetchable.Contains(nameOrFolder)
        ? $"The data set '{nameOrFolder}' is not here yet. Run in the course's folder: dotnet run --project lib/AdvRec.Cli -c Release -- data get {nameOrFolder} (or, where the tool is installed: advrec data get {nameOrFolder})"
        : $"There is no data set '{nameOrFolder}'. Looked for train.tsv and test.tsv in: {string.Join(", ", places)}. "
            + $"Shipped: {Shipped}; `advrec data get` fetches {string.Join(", ", Fetchable)}.";

    private static IEnumerable<string> Candidates(string nameOrFolder)
    {
        var isPath = nameOrFolder.AsSpan().ContainsAny(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar);
        return (isPath ? [] : SearchFolders().Select(folder => Path.Combine(folder, nameOrFolder))).Append(Path.GetFullPath(nameOrFolder));
    }

    private static IEnumerable<string> SearchFolders()
    {
        if (Environment.GetEnvironmentVariable("ADVREC_DATA") is { Length: > 0 } data)
            yield return data;
        foreach (var folder in ProjectFolders())
            yield return folder;
        // A package lies apart from the course that uses it.
        foreach (var folder in UpFrom(Environment.CurrentDirectory).Select(above => Path.Combine(above, "data")).Where(Directory.Exists))
            yield return folder;
    }

    private static IEnumerable<string> ProjectFolders() =>
        UpFrom(Path.GetDirectoryName(typeof(Datasets).Assembly.Location))
            .SelectMany(folder => new[] { Path.Combine(folder, "data"), Path.Combine(folder, s_notebooksPackage, "data") })
            .Where(folder => DatasetFolder.Exists(Path.Combine(folder, Shipped)));

    private static IEnumerable<string> UpFrom(string? folder)
    {
        for (; !string.IsNullOrEmpty(folder); folder = Path.GetDirectoryName(folder))
            yield return folder;
    }
}
