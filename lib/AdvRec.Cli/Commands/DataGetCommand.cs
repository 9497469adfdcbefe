using System.CommandLine;
using AdvRec.Data;
using AdvRec.Sources.Fetching;

namespace AdvRec.Cli.Commands;

/// <summary><c>advrec data get</c>: fetches a data set.</summary>
internal sealed class DataGetCommand : Command
{
    private readonly Argument<string> _name = new("NAME") { Description = string.Join(", ", Catalogue.All.Select(entry => entry.Name)) };

    private readonly Option<string?> _from = new("--from")
    {
        Description = "Folder or base address that holds the set's files under their own names, or the file itself; they are verified just the same.",
        HelpName = "FOLDER|FILE|URL",
    };

    private readonly Option<string?> _output = new("--output") { Description = "Folder of the data set instead of the course's data/NAME." };

    public DataGetCommand()
        : base("get", "Download a data set, verify it and put it where notebooks find it; go on where an interrupted call stopped.")
    {
        Add(_name);
        Add(_from);
        Add(_output);
        SetAction((parsed, cancellation) => Task.Run(() => GetAsync(parsed, cancellation), cancellation));
    }

    private async Task<int> GetAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var name = parsed.GetValue(_name)!;
        var entry = Catalogue.Find(name)
            ?? throw new CommandException($"There is no data set '{name}' to fetch; there are {string.Join(", ", Catalogue.All.Select(known => known.Name))}.");
        var folder = parsed.GetValue(_output)
            ?? Path.Combine(Repository.Find("name a folder with --output, such as one in the folder that ADVREC_DATA names, where it is found by name"), "data", name);
        Console.WriteLine($"{name}: {entry.Description}.");
        Console.WriteLine($"Conditions: {entry.Conditions}");
        Console.WriteLine($"Cite: {entry.Citation}");
        using var progress = DataProgressLine.OnConsole();
        using var fetcher = new DatasetFetcher();
        try
        {
            var isNew = await fetcher.FetchAsync(entry, folder, parsed.GetValue(_from), progress, cancellation);
            progress.Clear();
            Console.WriteLine(isNew ? $"Fetched: {Datasets.Load(Path.GetFullPath(folder))}" : $"Already in {folder}; delete that folder to fetch it again.");
            return ExitCodes.Success;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            progress.Clear();
            await Console.Error.WriteLineAsync("advrec: Interrupted; what has arrived is kept, and the next call goes on from there.");
            return ExitCodes.Interrupted;
        }
    }
}
