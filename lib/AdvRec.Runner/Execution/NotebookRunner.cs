using System.Diagnostics;
using System.Globalization;
using AdvRec.Runner.Display;
using AdvRec.Runner.Notebooks;
using AdvRec.Runner.Protocol;

namespace AdvRec.Runner.Execution;

/// <summary>Runs the cells of a notebook in order; a cell that fails does not keep the later ones from running.</summary>
internal sealed class NotebookRunner(Notebook notebook, EventWriter events, CellOutputs outputs)
{
    private readonly CSharpSession _session = new(notebook.Folder);
    private readonly List<PackageReference> _packages = [];
    private readonly List<string> _sources = [];
    private readonly Stack<string> _imports = new([notebook.Path]);

    public async Task RunAsync()
    {
        for (var index = 0; index < notebook.Cells.Count; index++)
        {
            var cell = notebook.Cells[index];
            if (cell.IsCode)
                await RunCellAsync(index, cell);
        }

        events.Write(new NotebookFinished(NotebookFacts.Collect(_session.Variable)));
    }

    private async Task RunCellAsync(int index, Cell cell)
    {
        events.Write(new CellStarted(index));
        outputs.Begin(index);
        var watch = Stopwatch.StartNew();
        var failed = false;
        try
        {
            await RunAsync(cell, Path.Combine(notebook.Folder, string.Create(CultureInfo.InvariantCulture, $"cell {cell.Number}")));
        }
        catch (Exception exception)
        {
            failed = true;
            outputs.Show(exception is CellFailedException failure
                ? CellOutput.OfText(OutputKind.Error, failure.Message, failure.Name)
                : CellOutput.OfText(OutputKind.Error, ErrorText.Of(exception), exception.GetType().FullName));
        }

        outputs.FlushText();
        events.Write(new CellFinished(index, failed, watch.Elapsed.TotalSeconds));
    }

    /// <param name="cell">Any cell.</param>
    /// <param name="path">What errors call it: a path, so that relative references start from its folder.</param>
    private async Task RunAsync(Cell cell, string path)
    {
        switch (cell.Language)
        {
            case Languages.CSharp:
                await RunCSharpAsync(cell.Text, path);
                break;
            case Languages.Html:
                DisplayedValue.ShowText(cell.Text, "text/html");
                break;
            case Languages.Mermaid:
                // Drawing it needs a script from the network in every host: the text is what always works.
                DisplayedValue.ShowText(cell.Text, CellOutput.PlainText);
                break;
            default:
                throw new CellFailedException("UnsupportedLanguage",
                    $"{Path.GetFileName(path)}: cells in '{cell.Language}' cannot be run here. Supported are csharp, html, mermaid (as text) and markdown.");
        }
    }

    private async Task RunCSharpAsync(string text, string path)
    {
        var cell = new CSharpCell(text, Path.GetFileName(path));
        var watch = Stopwatch.StartNew();
        foreach (var step in cell.Steps)
        {
            if (step is ImportStep import)
                await ImportAsync(import, Path.GetFileName(path));
            else if (step is PackageStep packages)
                await AddPackagesAsync(packages);
            else if (step is CodeStep code && await _session.RunAsync(code.Code, path) is { Value: not DisplayedValue } result)
                outputs.Show(new(OutputKind.Result, OutputFormatter.Format(result.Value, [])));
        }

        if (cell.IsTimed && Environment.GetEnvironmentVariable("ADVREC_REPRODUCIBLE") is null)
            DisplayedValue.ShowText(string.Create(CultureInfo.InvariantCulture, $"Wall time: {watch.Elapsed.TotalMilliseconds:0.0} ms"), CellOutput.PlainText);
    }

    private async Task AddPackagesAsync(PackageStep step)
    {
        _sources.AddRange(step.Sources);
        if (step.Packages.Count == 0)
            return;
        _packages.AddRange(step.Packages);
        _session.AddReferences(await PackageRestore.RestoreAsync(_packages, _sources));
    }

    private async Task ImportAsync(ImportStep import, string cellName)
    {
        var path = Path.GetFullPath(import.Path, Path.GetDirectoryName(_imports.Peek())!);
        var place = $"{cellName}, line {import.Line}: #!import {import.Path}";
        if (!File.Exists(path))
            throw new CellFailedException("FileNotFound", $"{place}: there is no file {path}. Paths are relative to the folder of the notebook.");
        if (_imports.Contains(path))
            throw new CellFailedException("CircularImport", $"{place}: the file imports itself.");

        _imports.Push(path);
        try
        {
            switch (Path.GetExtension(path))
            {
                case ".dib" or ".ipynb":
                    foreach (var cell in Notebook.Load(path).Cells.Where(cell => cell.Language == Languages.CSharp))
                        await RunCSharpAsync(new string('\n', Math.Max(0, cell.Line - 1)) + cell.Text, path);
                    break;
                case ".cs" or ".csx":
                    await RunCSharpAsync(await File.ReadAllTextAsync(path), path);
                    break;
                default:
                    throw new CellFailedException("UnsupportedImport", $"{place}: only .dib, .ipynb, .cs and .csx files can be imported.");
            }
        }
        finally
        {
            _imports.Pop();
        }
    }
}
