namespace AdvRec.Cli.Commands;

/// <summary>The folder of the course: the one that holds <c>notebooks/</c> and the solution.</summary>
internal static class Repository
{
    private static readonly string Solution = Path.Combine("lib", "AdvRec.slnx");

    /// <summary>Null if neither the working directory nor the program lies within the course.</summary>
    public static string? FindOrNull() => FindAbove(Environment.CurrentDirectory) ?? FindAbove(AppContext.BaseDirectory);

    /// <exception cref="CommandException">Neither the working directory nor the program lies within the course.</exception>
    public static string Find() => FindOrNull()
        ?? throw new CommandException("There is no folder with 'notebooks' and 'lib/AdvRec.slnx' above the working directory. Name the notebooks to run, or change into the course's folder.");

    /// <summary>The notebooks of the course by name, without the one that the build writes.</summary>
    /// <exception cref="CommandException">There are none.</exception>
    public static IReadOnlyList<string> Notebooks()
    {
        var folder = Path.Combine(Find(), "notebooks");
        var files = Directory.GetFiles(folder, "*.dib")
            .Where(file => Path.GetFileName(file) != "lib.dib")
            .Order(StringComparer.Ordinal)
            .ToList();
        return files.Count > 0 ? files : throw new CommandException($"{folder} holds no notebook (*.dib).");
    }

    private static string? FindAbove(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (Directory.Exists(Path.Combine(folder.FullName, "notebooks")) && File.Exists(Path.Combine(folder.FullName, Solution)))
                return folder.FullName;
        }

        return null;
    }
}
