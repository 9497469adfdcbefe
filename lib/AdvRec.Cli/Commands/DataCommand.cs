using System.CommandLine;
using AdvRec.Data;

namespace AdvRec.Cli.Commands;

/// <summary><c>advrec data</c>: makes data sets.</summary>
internal sealed class DataCommand : Command
{
    private readonly Argument<string> _source = new("FOLDER") { Description = "GroupLens' folder with ratings.csv and movies.csv." };

    private readonly Option<string> _output = new("--output") { Description = "Folder of the data set; made if it is not there.", Required = true };

    private readonly Option<int?> _users = new("--users") { Description = "Keep only the first so many users." };

    private readonly Option<int> _minItemRatings = new("--min-item-ratings") { Description = "Fewest ratings of an item that stays.", DefaultValueFactory = _ => 1 };

    private readonly Option<int> _minUserRatings = new("--min-user-ratings") { Description = "Fewest ratings of a user who stays; at least 2.", DefaultValueFactory = _ => 2 };

    public DataCommand()
        : base("data", "Make data sets.")
    {
        var prepare = new Command("prepare", "Split raw ratings for leave-one-out evaluation.") { _source, _output, _users, _minItemRatings, _minUserRatings };
        prepare.SetAction(Prepare);
        Add(prepare);
    }

    private int Prepare(ParseResult parsed)
    {
        var options = new PreparationOptions
        {
            Users = parsed.GetValue(_users),
            MinItemRatings = parsed.GetValue(_minItemRatings),
            MinUserRatings = parsed.GetValue(_minUserRatings),
        };
        Console.WriteLine(Preparation.Prepare(parsed.GetValue(_source)!, parsed.GetValue(_output)!, options));
        return ExitCodes.Success;
    }
}
