namespace AdvRec.Cli.Commands;

/// <summary>The folder of the course: the one that holds <c>notebooks/</c> and the solution, or <c>notebooks/</c> and <c>data/</c>, as <c>advrec new</c> writes it.</summary>
internal static class Repository
{
    /// <summary>What the build writes, and every notebook of the checkout imports.</summary>
    public const string NotebookLibrary = "lib.dib";

    private static readonly string Solution = Path.Combine("lib", "AdvRec.slnx");

    /// <param name="instead">What else can be done where there is none.</param>
    /// <exception cref="CommandException">Neither the working directory nor the program lies within the course.</exception>
    public static string Find(string instead = "name the notebooks to run") =>
        FindAbove(Environment.CurrentDirectory, folder => IsCheckout(folder) || (HasNotebooks(folder) && Directory.Exists(Path.Combine(folder, "data"))))
        ?? OfThisProgram()
        ?? throw new CommandException($"There is no course in this folder or above it. Change into the course's folder, write one with 'advrec new FOLDER', or {instead}.");

    /// <summary>Null if neither the working directory nor the program lies within one.</summary>
    public static string? CheckoutOrNull() => FindAbove(Environment.CurrentDirectory, IsCheckout) ?? OfThisProgram();

    /// <summary>The course with its sources, which can be built.</summary>
    /// <exception cref="CommandException">This program was not built from one, and none is here.</exception>
    public static string Checkout() => CheckoutOrNull()
        ?? throw new CommandException("Only a checkout of the course can be packed, since the other machine builds it: change into its folder.");

    /// <summary>The checkout that this program was built in; null for an installed one.</summary>
    public static string? OfThisProgram() => FindAbove(AppContext.BaseDirectory, IsCheckout);

    /// <summary>Where the course comes from: the package that holds it beside this program, or the checkout.</summary>
    public static string Source() => HasNotebooks(AppContext.BaseDirectory) ? AppContext.BaseDirectory : Find("install the tool anew");

    /// <summary>The notebooks of the course by name, without the one that the build writes.</summary>
    /// <exception cref="CommandException">There are none.</exception>
    public static IReadOnlyList<string> Notebooks()
    {
        var folder = Path.Combine(Find(), "notebooks");
        var files = Directory.GetFiles(folder, "*.dib")
            .Where(file => Path.GetFileName(file) != NotebookLibrary)
            .Order(StringComparer.Ordinal)
            .ToList();
        return files.Count > 0 ? files : throw new CommandException($"{folder} holds no notebook (*.dib).");
    }

    private static bool IsCheckout(string folder) => HasNotebooks(folder) && File.Exists(Path.Combine(folder, Solution));

    private static bool HasNotebooks(string folder) => Directory.Exists(Path.Combine(folder, "notebooks"));

    private static string? FindAbove(string start, Predicate<string> isCourse)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (isCourse(folder.FullName))
                return folder.FullName;
        }

        return null;
    }
}
