using System.CommandLine;
using AdvRec.Sources;
using AdvRec.Sources.Layouts;

namespace AdvRec.Cli.Commands;

/// <summary><c>advrec data prepare</c>: a data set from raw ratings.</summary>
internal sealed class DataPrepareCommand : Command
{
    private readonly Argument<string> _source = new("FOLDER|FILE")
    {
        Description = "MovieLens' folder or ratings file (100K, 1M, 10M, Latest, 20M and later), or a file of rows user, item[, rating[, timestamp]] with any ids.",
    };

    private readonly Option<string?> _output = new("--output") { Description = "Folder of the data set; made if it is not there. Needed unless --dry-run." };

    private readonly Option<int?> _users = new("--users") { Description = "Keep only the first so many users." };

    private readonly Option<double?> _minRating = new("--min-rating") { Description = "Keep only ratings of at least this value." };

    private readonly Option<double?> _maxRating = new("--max-rating") { Description = "Keep only ratings of at most this value." };

    private readonly Option<int> _minItemRatings = new("--min-item-ratings") { Description = "Fewest ratings of an item that stays.", DefaultValueFactory = _ => 1 };

    private readonly Option<int> _minUserRatings = new("--min-user-ratings") { Description = "Fewest ratings of a user who stays; at least 2.", DefaultValueFactory = _ => 2 };

    private readonly Option<string?> _columns = new("--columns")
    {
        Description = "What the columns hold, from the left: user, item, rating, timestamp, and - for one to skip; or the names that the header or the JSON objects have for user, item, rating and timestamp, in this order.",
        HelpName = "item,user,rating,timestamp",
    };

    private readonly Option<string?> _separator = new("--separator") { Description = "What stands between columns: a character (or the same one twice, such as '::'), or tab, blank, comma, semicolon, pipe, ctrl-a." };

    private readonly Option<string?> _encoding = new("--encoding") { Description = "The text's encoding where it is neither UTF-8 nor marked UTF-16, such as latin1." };

    private readonly Option<string?> _layout = new("--layout") { Description = "rows; lists: a line is a user and then the user's items; blocks: an item and a colon, then its lines user,rating,date; json: a line is an object." };

    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Say what is understood of the file, with two example rows, and what it holds, and write nothing." };

    public DataPrepareCommand()
        : base("prepare", "Split raw ratings for leave-one-out evaluation: each user's latest is held out; of several at the same second, the one of the largest item id.")
    {
        Add(_source);
        foreach (var option in (Option[])[_output, _columns, _separator, _encoding, _layout, _dryRun, _users, _minRating, _maxRating, _minItemRatings, _minUserRatings])
            Add(option);
        SetAction((parsed, cancellation) => Task.Run(() => Prepare(parsed, cancellation), cancellation));
    }

    private int Prepare(ParseResult parsed, CancellationToken cancellation)
    {
        var options = new PreparationOptions
        {
            Users = parsed.GetValue(_users),
            MinRating = parsed.GetValue(_minRating),
            MaxRating = parsed.GetValue(_maxRating),
            MinItemRatings = parsed.GetValue(_minItemRatings),
            MinUserRatings = parsed.GetValue(_minUserRatings),
        };
        var reading = new SourceOptions
        {
            Columns = parsed.GetValue(_columns),
            Separator = parsed.GetValue(_separator),
            Encoding = parsed.GetValue(_encoding),
            Layout = parsed.GetValue(_layout),
        };
        var source = parsed.GetValue(_source)!;
        var output = parsed.GetValue(_output);
        if (!parsed.GetValue(_dryRun) && output is null)
            throw new CommandException("Name the folder to write to with --output, or take --dry-run.");
        // First what is understood, so that a mistake is seen before the long reading.
        Print(Preparation.Describe(source, reading));
        using var progress = DataProgressLine.OnConsole();
        if (output is null || parsed.GetValue(_dryRun))
        {
            var contents = Preparation.Examine(source, reading, progress, cancellation);
            progress.Clear();
            Print(contents);
            return ExitCodes.Success;
        }

        var summary = Preparation.Prepare(source, output, options, reading, progress, cancellation);
        progress.Clear();
        Print([.. summary.Contents, .. summary.Outcome]);
        return ExitCodes.Success;
    }

    private static void Print(IEnumerable<string> lines)
    {
        foreach (var line in lines)
            Console.WriteLine(line);
    }
}
