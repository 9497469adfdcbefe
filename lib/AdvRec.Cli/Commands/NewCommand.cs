using System.CommandLine;
using AdvRec.Cli.Notebooks;
using AdvRec.Data;

namespace AdvRec.Cli.Commands;

/// <summary><c>advrec new</c>: the course's notebooks and data in a folder of one's own.</summary>
internal sealed class NewCommand : Command
{
    private readonly Argument<string> _folder = new("FOLDER") { Description = "Where the course goes; made if it is not there." };

    private readonly Option<bool> _noSolutions = new("--no-solutions") { Description = "Leave out the solutions of the exercises." };

    public NewCommand()
        : base("new", "Write the course's notebooks into a folder; each then loads the library by itself.")
    {
        Add(_folder);
        Add(_noSolutions);
        SetAction(Write);
    }

    private int Write(ParseResult parsed)
    {
        var folder = Path.GetFullPath(parsed.GetValue(_folder)!);
        if (File.Exists(folder) || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()))
            throw new CommandException($"{folder} is not empty: choose another folder.");

        var source = Repository.Source();
        // Whole or not at all.
        var unfinished = Directory.CreateDirectory($"{folder}.{Environment.ProcessId}.tmp").FullName;
        try
        {
            CopyNotebooks(Path.Combine(source, "notebooks"), Path.Combine(unfinished, "notebooks"), withSolutions: !parsed.GetValue(_noSolutions));
            CopyFolder(Path.Combine(source, "data", Datasets.Shipped), Path.Combine(unfinished, "data", Datasets.Shipped));
            if (Directory.Exists(folder))
                Directory.Delete(folder);
            Directory.Move(unfinished, folder);
        }
        finally
        {
            if (Directory.Exists(unfinished))
                Directory.Delete(unfinished, recursive: true);
        }

        Console.WriteLine($"The course is in {folder}. Change into it and run 'advrec report', or open a notebook of {Path.Combine(folder, "notebooks")}.");
        return ExitCodes.Success;
    }

    private static void CopyNotebooks(string from, string to, bool withSolutions)
    {
        var library = new StandAlone(File.ReadAllText(Path.Combine(from, Repository.NotebookLibrary)));
        CopyFolder(from, to);
        File.Delete(Path.Combine(to, Repository.NotebookLibrary));
        if (!withSolutions)
            Directory.Delete(Path.Combine(to, "solutions"), recursive: true);
        foreach (var notebook in Directory.EnumerateFiles(to, "*.dib", SearchOption.AllDirectories))
            File.WriteAllText(notebook, library.Inline(File.ReadAllText(notebook)));
    }

    private static void CopyFolder(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
