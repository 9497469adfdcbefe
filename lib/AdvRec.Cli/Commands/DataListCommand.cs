using System.CommandLine;
using AdvRec.Data;
using AdvRec.Sources.Fetching;

namespace AdvRec.Cli.Commands;

/// <summary><c>advrec data list</c>: what is here and what can be fetched.</summary>
internal sealed class DataListCommand : Command
{
    public DataListCommand()
        : base("list", "Show the data sets that are here and those that can be fetched: size, conditions, citation.") => SetAction(_ => List());

    private static int List()
    {
        Console.WriteLine("Here:");
        foreach (var (name, folder) in Datasets.Available())
            Console.WriteLine($"  {name,-24}{Path.GetRelativePath(Environment.CurrentDirectory, folder)}");
        Console.WriteLine();
        Console.WriteLine("To fetch with `advrec data get NAME`:");
        foreach (var entry in Catalogue.All)
        {
            var here = Datasets.IsAvailable(entry.Name) ? " (here already)" : "";
            Console.WriteLine(FormattableString.Invariant($"  {entry.Name,-24}{entry.Megabytes,5:0.#} MB  {entry.Description}{here}"));
            Console.WriteLine($"    conditions: {entry.Conditions}");
            Console.WriteLine($"    cite: {entry.Citation}");
        }

        return ExitCodes.Success;
    }
}
