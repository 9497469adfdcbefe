using System.CommandLine;
using AdvRec.Cli.Notebooks;
using AdvRec.Cli.Reports;
using AdvRec.Cli.Running;
using AdvRec.Data;

namespace AdvRec.Cli.Commands;

/// <summary><c>advrec convert</c>: notebooks from one format to the other, without running them.</summary>
internal sealed class ConvertCommand : Command
{
    private readonly Argument<string[]> _files = new("FILE")
    {
        Description = "Notebooks to convert.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string> _format = new Option<string>("--to")
    {
        Description = "Format to write.",
        Required = true,
    }.AcceptOnlyFromAmong("ipynb", "dib");

    private readonly Option<string?> _output = new("--output")
    {
        Description = "Folder to write to; that of each notebook if it is not given.",
    };

    public ConvertCommand()
        : base("convert", "Convert notebooks between .dib and .ipynb, without running them.")
    {
        Add(_files);
        Add(_format);
        Add(_output);
        SetAction(Run);
    }

    private int Run(ParseResult parsed)
    {
        var targets = new Dictionary<string, Notebook>(StringComparer.OrdinalIgnoreCase);
        foreach (var notebook in parsed.GetValue(_files)!.Select(NotebookArguments.Load))
        {
            var target = Path.Combine(Path.GetFullPath(parsed.GetValue(_output) ?? notebook.Folder), $"{notebook.Name}.{parsed.GetValue(_format)}");
            if (target == notebook.Path)
                throw new CommandException($"{notebook.Path} is of that format already. Choose another with '--to', or a folder with '--output'.");
            if (!targets.TryAdd(target.Normalize(), notebook))
                throw new CommandException($"{targets[target.Normalize()].Path} and {notebook.Path} would make the same file; convert them into different folders with '--output'.");
        }

        foreach (var (target, notebook) in targets)
        {
            Write(notebook, target, [.. targets.Where(other => Path.GetDirectoryName(other.Key) == Path.GetDirectoryName(target)).Select(other => other.Value.Path)]);
            Console.WriteLine(Path.GetRelativePath(Environment.CurrentDirectory, target));
        }

        return ExitCodes.Success;
    }

    private static void Write(Notebook notebook, string target, IReadOnlyCollection<string> along)
    {
        var folder = Path.GetDirectoryName(target)!;
        OutputFolder.Prepare(folder, [Path.GetFileName(target)]);
        var options = new ReportOptions(folder, Dataset: null, Reproducible: true) { Along = along };
        if (Notebook.IsJupyter(target))
            WholeFiles.Write(target, stream => ExecutedIpynb.Write(stream, new ExecutedNotebook(notebook), options));
        else
            WholeFiles.Write(target, [Dib(notebook, folder, options.Links(notebook, ".dib")).AsMemory()]);
    }

    private static string Dib(Notebook notebook, string folder, MovedLinks links)
    {
        var lost = notebook.Cells.Count(cell => cell.Language == Languages.Raw || cell.Attachments is not null);
        if (lost > 0)
            Console.Error.WriteLine($"advrec: {notebook.Path}: a .dib has no place for raw cells and attachments; {lost} of its cells lost them.");
        return DibFile.Write(notebook.Cells.Select(cell => cell with
        {
            Text = cell.Language == Languages.Markdown ? MarkdownLinks.Move(cell.Text, links) : ImportPath.Move(cell, notebook.Folder, folder),
        }));
    }
}
