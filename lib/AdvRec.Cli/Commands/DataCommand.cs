using System.CommandLine;

namespace AdvRec.Cli.Commands;

/// <summary><c>advrec data</c>: lists, fetches and makes data sets.</summary>
internal sealed class DataCommand : Command
{
    public DataCommand()
        : base("data", "List, fetch and make data sets.")
    {
        Add(new DataListCommand());
        Add(new DataGetCommand());
        Add(new DataPrepareCommand());
    }
}
