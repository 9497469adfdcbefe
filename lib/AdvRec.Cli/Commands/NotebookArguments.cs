using System.CommandLine;
using System.Globalization;
using AdvRec.Cli.Notebooks;
using AdvRec.Cli.Running;
using AdvRec.Data;

namespace AdvRec.Cli.Commands;

/// <summary>What the commands that run notebooks have in common.</summary>
internal sealed class NotebookArguments
{
    private readonly Argument<string[]> _notebooks = new("NOTEBOOK")
    {
        Description = "Notebooks to run; all of the course if none is given.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string?> _dataset = new("--dataset")
    {
        Description = "Data set for the notebooks to use: a name, or a folder.",
    };

    private readonly Option<double> _timeout = new("--timeout")
    {
        Description = "Seconds that one cell may take.",
        DefaultValueFactory = _ => 300,
    };

    private readonly Option<string[]> _inputs = new("--input")
    {
        Description = "NAME=VALUE: the answer to '@input:NAME' in a notebook; may be given several times.",
    };

    public void AddTo(Command command)
    {
        command.Add(_notebooks);
        command.Add(_dataset);
        command.Add(_timeout);
        command.Add(_inputs);
    }

    /// <exception cref="CommandException">A notebook is missing.</exception>
    public IReadOnlyList<Notebook> Load(ParseResult parsed)
    {
        var paths = parsed.GetValue(_notebooks)!;
        return [.. (paths.Length > 0 ? paths : Repository.Notebooks()).Select(Load)];
    }

    /// <summary>Whether the whole course runs, since no notebook is named.</summary>
    public bool AreAll(ParseResult parsed) => parsed.GetValue(_notebooks)!.Length == 0;

    /// <summary>The solutions of notebooks, where they have some and these are not among the notebooks themselves.</summary>
    public static IReadOnlyList<Notebook> SolutionsOf(IReadOnlyList<Notebook> notebooks)
    {
        var paths = notebooks.Select(notebook => Path.Combine(notebook.Folder, "solutions", notebook.Name + "-solutions.dib"));
        return [.. paths.Where(path => File.Exists(path) && !notebooks.Any(notebook => Path.GetFullPath(notebook.Path) == Path.GetFullPath(path))).Select(Load)];
    }

    /// <exception cref="CommandException">An option has a value that makes no sense.</exception>
    /// <exception cref="DatasetException">There is no such data set, or it has a mistake.</exception>
    public RunOptions Options(ParseResult parsed)
    {
        var seconds = parsed.GetValue(_timeout);
        if (!(seconds > 0 && seconds <= int.MaxValue / 1000))
            throw new CommandException(string.Create(CultureInfo.InvariantCulture, $"--timeout {seconds}: a cell's limit is a number of seconds greater than 0, at most {int.MaxValue / 1000}."));

        var dataset = parsed.GetValue(_dataset);
        if (dataset is not null && Directory.Exists(dataset))
            dataset = Path.GetFullPath(dataset);
        // What is wrong with it is better said now than by every notebook.
        if (dataset is not null)
            _ = Datasets.Load(dataset);
        return new(TimeSpan.FromSeconds(seconds), dataset) { Inputs = Inputs(parsed) };
    }

    private Dictionary<string, string> Inputs(ParseResult parsed)
    {
        var inputs = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var input in parsed.GetValue(_inputs) ?? [])
        {
            if (input.Split('=', 2) is not [{ Length: > 0 } name, var value])
                throw new CommandException($"--input {input}: write it as NAME=VALUE.");
            inputs[name] = value;
        }

        return inputs;
    }

    /// <exception cref="CommandException">There is no notebook of that name.</exception>
    public static Notebook Load(string path)
    {
        if (!File.Exists(path))
            throw new CommandException($"{path}: {(Directory.Exists(path) ? "this is a folder, not a notebook" : "there is no such notebook")}. Give the path of a .dib or .ipynb file.");
        if (!Notebook.IsNotebook(path))
            throw new CommandException($"{path} is not a notebook. Give the path of a .dib or .ipynb file.");
        if (FileContent.IsMissing(path))
            throw new CommandException($"{path} is empty, or a pipe or device. Save the notebook as a file first.");
        return Notebook.Load(path);
    }

}
