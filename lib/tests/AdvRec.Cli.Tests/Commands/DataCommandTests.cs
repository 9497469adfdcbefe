using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace AdvRec.Cli.Tests.Commands;

public sealed class DataCommandTests : IDisposable
{
    private const string LongName =
        "a-name-of-more-than-255-letters-which-no-file-system-takes-a-name-of-more-than-255-letters-which-no-file-system-takes-a-name-of-more-than-255-letters-"
        + "which-no-file-system-takes-a-name-of-more-than-255-letters-which-no-file-system-takes-a-name-of-more-than-255-letters-which-no-file-system-takes";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.99)]
    public async Task Half_of_a_compressed_file_is_not_taken_for_a_whole_one(double part)
    {
        using (var gzip = new GZipStream(File.Create(_folder.At("whole.gz")), CompressionLevel.Fastest))
            gzip.Write(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 20_000).Select(row => $"{row % 100},{row * 7919L % 9973},3,{row}\n"))));
        var bytes = File.ReadAllBytes(_folder.At("whole.gz"));
        File.WriteAllBytes(_folder.At("own.gz"), bytes[..(int)(bytes.Length * part)]);

        var whole = await CommandProcess.RunAsync(_folder.Path, "data", "prepare", "whole.gz", "--dry-run");
        var result = await CommandProcess.RunAsync(_folder.Path, "data", "prepare", "own.gz", "--output", "own");

        Assert.Equal(0, whole.ExitCode);
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("the archive is damaged", Assert.Single(result.Error.TrimEnd().Split('\n')), StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.At("own")));
    }

    [Fact]
    public async Task List_says_what_is_here_what_can_be_fetched_and_under_which_conditions()
    {
        var result = await CommandProcess.RunAsync(_folder.Path, "data", "list");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        foreach (var expected in (string[])["movielens-small ", "movielens-500 ", "movielens-1m ", "movielens-latest-small ", "1.6 MB", "conditions: ", "cite: F. Maxwell Harper"])
            Assert.Contains(expected, result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Prepare_prints_what_was_dropped_and_why()
    {
        _folder.Write("own.csv", "user,item,rating,timestamp\nann,a,5,1\nann,a,4,2\nann,b,1,3\nann,c,4,4\nbob,c,3,1\n");

        var result = await CommandProcess.RunAsync(_folder.Path, "data", "prepare", "own.csv", "--output", "own", "--min-rating", "2");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Equal(
            [
                "read commas between columns, a header; user = 'user', item = 'item', rating = 'rating', timestamp = 'timestamp' (by the header's names)",
                "such as user 'ann', item 'a', rating '5', timestamp '1'",
                "such as user 'ann', item 'a', rating '4', timestamp '2'",
                "5 ratings of 2 users for 3 items",
                "times read as seconds, from 1970-01-01 00:00:01 to 1970-01-01 00:00:04",
                "ratings: 1 (20.0 %), 3 (20.0 %), 4 (40.0 %), 5 (20.0 %)",
                "own: 1 users, 2 items, 2 of 5 ratings kept, one per user held out.",
                "  dropped 1 of pairs that were rated again: the latest rating counts, of several at the same time the one furthest down the file",
                "  dropped 1 out of the range of ratings asked for",
                "  dropped 1 of users with too few ratings",
            ],
            result.Output.TrimEnd().Split(Environment.NewLine));
        Assert.Equal("0\tann\n", File.ReadAllText(_folder.At("own/users.tsv")));
    }

    [Fact]
    public async Task Help_names_the_whole_command()
    {
        var result = await CommandProcess.RunAsync(_folder.Path, "data", "prepare", "--help");

        Assert.Contains("advrec data prepare <FOLDER|FILE> [options]", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dry_run_says_what_was_understood_and_writes_nothing()
    {
        _folder.Write("own.csv", "b,u,5,2\na,u,4,1\n");

        var result = await CommandProcess.RunAsync(_folder.Path, "data", "prepare", "own.csv", "--dry-run", "--columns", "item,user,rating,timestamp");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Contains("such as user 'u', item 'b', rating '5', timestamp '2'", result.Output, StringComparison.Ordinal);
        Assert.Single(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Theory]
    [InlineData("--output is empty", "data", "prepare", "own.csv", "--output", "")]
    [InlineData("/proc/own", "data", "prepare", "own.csv", "--output", "/proc/own")]
    [InlineData("with --output, or take --dry-run", "data", "prepare", "own.csv")]
    [InlineData("pipe or device", "data", "prepare", "/dev/zero", "--output", "own")]
    [InlineData("'advrec data get --help'", "data", "get")]
    [InlineData("Name another folder with --output, such as one in the folder that ADVREC_DATA names", "data", "get", "movielens-100k", "--output", "own.csv/sets/movielens-100k")]
    [InlineData("Name another folder with --output", "data", "get", "movielens-100k", "--output", LongName)]
    [InlineData("is empty, or a pipe or device", "data", "get", "movielens-100k", "--from", "/dev/zero", "--output", "set")]
    [InlineData("--from is empty", "data", "get", "movielens-100k", "--from", "", "--output", "set")]
    [InlineData("'--bogus'", "data", "get", "--bogus")]
    [InlineData("--min-rating abc: a number such as 0.5", "data", "prepare", "own.csv", "--min-rating", "abc", "--output", "own")]
    public async Task Wrong_usage_is_one_line_and_exit_code_2(string expected, params string[] arguments)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no /dev/zero.");
        _folder.Write("own.csv", "u,b,5,2\nu,a,4,1\n");

        var result = await CommandProcess.RunAsync(_folder.Path, arguments);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(expected, Assert.Single(result.Error.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_shows_the_conditions_first_and_refuses_wrong_files()
    {
        _folder.Write("trainingset.tsv", "0\t0\t5\t1\n");
        _folder.Write("testset.tsv", "0\t1\t5\t1\n");

        var result = await CommandProcess.RunAsync(_folder.Path, "data", "get", "movielens-500", "--from", ".", "--output", "sets/movielens-500");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("Conditions: MovieLens data", result.Output, StringComparison.Ordinal);
        Assert.Contains("this is not the trainingset.tsv of movielens-500", result.Error, StringComparison.Ordinal);
        Assert.Single(result.Error.TrimEnd().Split('\n'));
        Assert.Empty(Directory.GetFileSystemEntries(_folder.At("sets")));
    }

    [Fact]
    public async Task Get_takes_the_originals_files_from_a_folder()
    {
        var source = Path.Combine(Environment.GetEnvironmentVariable("ADVREC_DATA") ?? "", "movielens-500");
        if (!File.Exists(Path.Combine(source, "trainingset.tsv")))
        {
            const string reason = "movielens-500 is not here: it may not be redistributed. Name the folder above it in ADVREC_DATA.";
            Assert.False(Environment.GetEnvironmentVariable("CI") == "true", reason);
            Assert.Skip(reason);
        }

        var result = await CommandProcess.RunAsync(_folder.Path, "data", "get", "movielens-500", "--from", source, "--output", "movielens-500");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Contains("Fetched: movielens-500: 500 users, 3,172 items, 73,371 training pairs", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_name_is_answered_with_those_that_are_known()
    {
        var result = await CommandProcess.RunAsync(_folder.Path, "data", "get", "netflix");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("no data set 'netflix' to fetch; there are movielens-500, movielens, movielens-1m", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_asks_the_proxy_of_the_environment()
    {
        using var proxy = new TcpListener(IPAddress.Loopback, 0);
        proxy.Start();
        using var process = CommandProcess.StartWith(
            new() { ["http_proxy"] = $"http://127.0.0.1:{((IPEndPoint)proxy.LocalEndpoint).Port}", ["no_proxy"] = "" },
            _folder.Path,
            "data", "get", "movielens-1m", "--from", "http://sets.invalid/mirror", "--output", "set");
        using var connection = await proxy.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
        using var reader = new StreamReader(connection.GetStream());
        var request = await reader.ReadLineAsync(TestContext.Current.CancellationToken);
        await connection.GetStream().WriteAsync("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"u8.ToArray(), TestContext.Current.CancellationToken);
        var result = await CommandProcess.EndAsync(process);

        Assert.Equal("GET http://sets.invalid/mirror/ml-1m.zip HTTP/1.1", request);
        Assert.Contains("http://sets.invalid/mirror/ml-1m.zip: 404 NotFound. Fetch https://files.grouplens.org/", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ctrl_C_keeps_what_has_arrived_under_a_name_that_says_so()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signal to send to another console.");
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        using var process = CommandProcess.StartInterruptible(
            _folder.Path, "data", "get", "movielens-1m", "--from", $"http://127.0.0.1:{((IPEndPoint)server.LocalEndpoint).Port}/ml-1m.zip", "--output", "set");
        using var connection = await server.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
        await connection.GetStream().WriteAsync(Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\nContent-Length: 5000000\r\n\r\nfirst bytes"), TestContext.Current.CancellationToken);
        var part = _folder.At(".set.partial/ml-1m.zip.part");
        while (!File.Exists(part))
            await Task.Delay(50, TestContext.Current.CancellationToken);
        await CommandProcess.InterruptAsync(process);
        var result = await CommandProcess.EndAsync(process);

        Assert.Equal((130, "advrec: Interrupted; what has arrived is kept, and the next call goes on from there.\n"), (result.ExitCode, result.Error));
        Assert.Equal([_folder.At(".set.partial")], Directory.GetFileSystemEntries(_folder.Path));
        Assert.Equal([part], Directory.GetFileSystemEntries(_folder.At(".set.partial")));
    }
}
