using System.CommandLine;
using AdvRec.Data;
using AdvRec.Sources;

namespace AdvRec.Cli.Commands;

/// <summary><c>advrec data prepare</c>: a data set from raw ratings.</summary>
internal sealed class DataPrepareCommand : Command
{
    private readonly Argument<string> _source = new("FOLDER|FILE")
    {
        Description = "MovieLens' folder or ratings file (100K, 1M, 10M, Latest, 20M and later), or a file of rows user, item[, rating[, timestamp]] with any ids.",
    };

    private readonly Option<string> _output = new("--output") { Description = "Folder of the data set; made if it is not there.", Required = true };

    private readonly Option<int?> _users = new("--users") { Description = "Keep only the first so many users." };

    private readonly Option<double?> _minRating = new("--min-rating") { Description = "Keep only ratings of at least this value." };

    private readonly Option<int> _minItemRatings = new("--min-item-ratings") { Description = "Fewest ratings of an item that stays.", DefaultValueFactory = _ => 1 };

    private readonly Option<int> _minUserRatings = new("--min-user-ratings") { Description = "Fewest ratings of a user who stays; at least 2.", DefaultValueFactory = _ => 2 };

    public DataPrepareCommand()
        : base("prepare", "Split raw ratings for leave-one-out evaluation: each user's latest is held out; of several at the same second, the one of the largest item id.")
    {
        Add(_source);
        foreach (var option in (Option[])[_output, _users, _minRating, _minItemRatings, _minUserRatings])
            Add(option);
        SetAction((parsed, cancellation) => Task.Run(() => Prepare(parsed, cancellation), cancellation));
    }

    private int Prepare(ParseResult parsed, CancellationToken cancellation)
    {
        var options = new PreparationOptions
        {
            Users = parsed.GetValue(_users),
            MinRating = parsed.GetValue(_minRating),
            MinItemRatings = parsed.GetValue(_minItemRatings),
            MinUserRatings = parsed.GetValue(_minUserRatings),
        };
        using var progress = new DataProgressLine(Console.Error, TimeProvider.System, isTerminal: !Console.IsErrorRedirected);
        var summary = Preparation.Prepare(parsed.GetValue(_source)!, parsed.GetValue(_output)!, options, progress, cancellation);
        progress.Clear();
        Console.WriteLine(summary);
        return ExitCodes.Success;
    }
}
