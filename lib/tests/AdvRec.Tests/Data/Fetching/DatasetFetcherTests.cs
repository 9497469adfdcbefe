using System.Net;
using System.Security.Cryptography;
using System.Text;
using AdvRec.Data;
using AdvRec.Sources.Fetching;

namespace AdvRec.Tests.Data.Fetching;

public sealed class DatasetFetcherTests : IDisposable
{
    private static readonly TimeSpan Stall = TimeSpan.FromSeconds(1.1);
    private static readonly byte[] Train = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 5000).Select(user => $"{user}\t0\t5\t1\n")));
    private static readonly byte[] Test = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 5000).Select(user => $"{user}\t1\t5\t2\n")));
    private readonly TemporaryFolder _folder = new();
    private readonly ImpatientTime _time = new(Stall);

    private string Target => Path.Combine(_folder.Path, "small");

    private string Part => Path.Combine(_folder.Path, ".small.partial", "trainingset.tsv.part");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_missing_set_that_can_be_fetched_is_known_to_the_loader_by_name() =>
        Assert.Equal(Catalogue.All.Select(entry => entry.Name), Datasets.Fetchable);

    [Theory]
    [InlineData("/again")]
    [InlineData(null)]
    public async Task A_server_that_sends_on_in_a_circle_or_nowhere_is_given_up(string? address)
    {
        using var server = new LoopbackServer((context, _) =>
        {
            context.Response.StatusCode = 302;
            context.Response.RedirectLocation = address;
            context.Response.Close();
            return Task.CompletedTask;
        });

        Assert.Contains("/trainingset.tsv: the server sends on in a circle, or to no address. Fetch ", (await Assert.ThrowsAsync<DatasetException>(() => FetchAsync(server.Address))).Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public async Task A_server_that_sends_on_to_a_file_is_refused()
    {
        using var server = new LoopbackServer((context, _) =>
        {
            context.Response.Redirect("file:///etc/hostname");
            context.Response.Close();
            return Task.CompletedTask;
        });

        Assert.Contains("/trainingset.tsv: ", (await Assert.ThrowsAsync<DatasetException>(() => FetchAsync(server.Address))).Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Theory]
    [InlineData("ml-latest-small/a", "ml-latest-small/a/b")]
    [InlineData("ml-latest-small/a", null)]
    public async Task An_archive_that_cannot_be_unpacked_does_not_stay(string first, string? second)
    {
        var archive = Path.Combine(_folder.Path, "ml-latest-small.zip");
        using (var zip = System.IO.Compression.ZipFile.Open(archive, System.IO.Compression.ZipArchiveMode.Create))
        {
            foreach (var name in (string[])[first, second ?? new string('n', 300)])
            {
                using var content = zip.CreateEntry(name).Open();
                content.Write("x"u8);
            }
        }

        using var fetcher = new DatasetFetcher();
        var entry = Catalogue.Find("movielens-latest-small")!;

        await Assert.ThrowsAsync<DatasetException>(() => fetcher.FetchAsync(entry, Target, archive, cancellation: TestContext.Current.CancellationToken));

        Assert.Equal([archive], Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public async Task A_second_fetch_into_the_same_folder_at_once_is_told_to_wait()
    {
        using var other = new StagingFolder(Path.Combine(_folder.Path, ".small.partial"));
        using var server = new LoopbackServer((context, _) => Send(context));

        Assert.Contains("another `advrec data get`", (await Assert.ThrowsAsync<DatasetException>(() => FetchAsync(server.Address))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Right_files_are_moved_into_place_and_left_alone_afterwards()
    {
        using var server = new LoopbackServer((context, _) => Send(context));

        Assert.True(await FetchAsync(server.Address));
        Assert.False(await FetchAsync(server.Address));

        Assert.Equal(5000, Datasets.Load(Target).UserCount);
        Assert.Equal([Target], Directory.GetFileSystemEntries(_folder.Path));
        Assert.Equal([("trainingset.tsv", null), ("testset.tsv", null)], server.Requests);
    }

    [Fact]
    public async Task A_file_that_breaks_off_is_continued_in_the_same_call()
    {
        using var server = new LoopbackServer((context, number) => number == 0 ? LoopbackServer.BreakOffAsync(context, Train, 20_000) : Send(context));

        await FetchAsync(server.Address);

        Assert.Equal(Train, File.ReadAllBytes(Path.Combine(Target, "trainingset.tsv")));
        Assert.StartsWith("bytes=", server.Requests.ElementAt(1).Range, StringComparison.Ordinal);
        Assert.Single(_time.Pauses);
    }

    [Fact]
    public async Task A_call_goes_on_where_the_last_one_was_interrupted()
    {
        using var cancellation = new CancellationTokenSource();
        using var slow = new LoopbackServer(async (context, _) =>
        {
            context.Response.ContentLength64 = Train.Length;
            await context.Response.OutputStream.WriteAsync(Train.AsMemory(0, 20_000));
            await context.Response.OutputStream.FlushAsync();
        });
        var stop = new Told(_ => cancellation.Cancel());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => FetchAsync(slow.Address, progress: stop, cancellation: cancellation.Token));
        var arrived = new FileInfo(Part).Length;
        Assert.False(Directory.Exists(Target));
        using var server = new LoopbackServer((context, _) => Send(context));

        await FetchAsync(server.Address);

        Assert.InRange(arrived, 1, 20_000);
        Assert.Equal(("trainingset.tsv", $"bytes={arrived}-"), server.Requests.First());
        Assert.Equal([Target], Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public async Task A_part_of_another_version_is_found_out_and_fetched_anew()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Part)!);
        File.WriteAllText(Part, "something else");
        using var server = new LoopbackServer((context, _) => Send(context));

        await FetchAsync(server.Address);

        Assert.Equal([("trainingset.tsv", "bytes=14-"), ("trainingset.tsv", null), ("testset.tsv", null)], server.Requests);
        Assert.Equal(5000, Datasets.Load(Target).UserCount);
    }

    [Fact]
    public async Task A_part_is_continued_without_checksum_only_if_the_server_has_the_same_version()
    {
        var changed = Train.AsSpan(0, Train.Length - 10).ToArray();
        using var server = new LoopbackServer((context, number) => number switch
        {
            0 => LoopbackServer.BreakOffAsync(context, Train, 20_000, "\"old\""),
            1 => LoopbackServer.SendAsync(context, changed, "\"new\""),
            _ => Send(context),
        });
        var partial = new PartialFile(Directory.CreateDirectory(Path.GetDirectoryName(Part)!).FullName, new("trainingset.tsv", 1, null));
        using var client = new HttpClient();

        await new Download(client, _time, new() { Stall = Stall }).FetchAsync(new(server.Address, "trainingset.tsv"), partial, 1_000_000, default);

        Assert.Equal(changed, File.ReadAllBytes(Part));
    }

    [Fact]
    public async Task Wrong_bytes_are_refused_and_nothing_is_left()
    {
        using var server = new LoopbackServer((context, _) => LoopbackServer.SendAsync(context, Test));

        var problem = await Assert.ThrowsAsync<DatasetException>(() => FetchAsync(server.Address));

        Assert.Contains("this is not the trainingset.tsv of small: its Sha256 is", problem.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Theory]
    [InlineData(500, 5)]
    [InlineData(429, 5)]
    [InlineData(404, 1)]
    [InlineData(403, 1)]
    public async Task Failing_answers_are_tried_again_with_growing_pauses_if_that_may_help(int status, int attempts)
    {
        using var server = new LoopbackServer((context, _) => LoopbackServer.FailAsync(context, status));

        var problem = await Assert.ThrowsAsync<DatasetException>(() => FetchAsync(server.Address));

        Assert.Equal(attempts, server.Requests.Count);
        Assert.Equal([.. ((int[])[1, 2, 4, 8]).Take(attempts - 1).Select(seconds => TimeSpan.FromSeconds(seconds))], _time.Pauses);
        Assert.Contains($"trainingset.tsv: {status} ", problem.Message, StringComparison.Ordinal);
        Assert.Contains("data get small --from FOLDER", problem.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public async Task A_server_that_recovers_is_no_problem()
    {
        using var server = new LoopbackServer((context, number) => number < 3 ? LoopbackServer.FailAsync(context, 503) : Send(context));

        Assert.True(await FetchAsync(server.Address));
    }

    [Fact]
    public async Task A_server_that_falls_silent_is_given_up_after_some_attempts()
    {
        using var server = new LoopbackServer((_, _) => Task.CompletedTask);

        var problem = await Assert.ThrowsAsync<DatasetException>(() => FetchAsync(server.Address));

        Assert.Contains("no answer in time", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Redirects_are_followed()
    {
        using var server = new LoopbackServer((context, _) =>
        {
            if (context.Request.Url!.AbsolutePath.StartsWith("/moved/", StringComparison.Ordinal))
                return Send(context);
            context.Response.Redirect($"/moved/{Path.GetFileName(context.Request.Url.AbsolutePath)}");
            context.Response.Close();
            return Task.CompletedTask;
        });

        Assert.True(await FetchAsync(server.Address));
    }

    [Fact]
    public async Task An_endless_answer_is_cut_off()
    {
        var endless = new byte[1 << 20];
        using var server = new LoopbackServer(async (context, _) =>
        {
            context.Response.SendChunked = true;
            while (true)
                await context.Response.OutputStream.WriteAsync(endless);
        });

        var problem = await Assert.ThrowsAsync<DatasetException>(() => FetchAsync(server.Address));

        Assert.Contains("it is longer than 10 MB", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_network_one_line_says_which_file_to_fetch_where()
    {
        using var server = new LoopbackServer((_, _) => Task.CompletedTask);
        var address = server.Address;
        server.Dispose();

        var problem = await Assert.ThrowsAsync<DatasetException>(() => FetchAsync(address));

        Assert.Contains($"Fetch {address}trainingset.tsv into a folder on a machine that can, and run `advrec data get small --from FOLDER` here.", problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', problem.Message);
    }

    [Fact]
    public async Task A_folder_or_another_address_may_hold_the_files()
    {
        using var mirror = new TemporaryFolder();
        mirror.Write("trainingset.tsv", Train);
        mirror.Write("testset.tsv", Test);
        using var server = new LoopbackServer((context, _) => Send(context));
        var nowhere = new Uri("http://127.0.0.1:1/");

        Assert.True(await FetchAsync(nowhere, mirror.Path));
        Directory.Delete(Target, recursive: true);
        Assert.True(await FetchAsync(nowhere, server.Address.ToString().TrimEnd('/')));
    }

    [Fact]
    public async Task Files_of_a_folder_are_verified_too()
    {
        using var mirror = new TemporaryFolder();
        mirror.Write("trainingset.tsv", Train);
        mirror.Write("testset.tsv", "0\t1\t5\t2\n");

        Assert.Contains("this is not the testset.tsv", (await Assert.ThrowsAsync<DatasetException>(() => FetchAsync(new("http://127.0.0.1:1/"), mirror.Path))).Message, StringComparison.Ordinal);
        Assert.Contains("name the folder that holds them", (await Assert.ThrowsAsync<DatasetException>(() => FetchAsync(new("http://127.0.0.1:1/"), Path.Combine(mirror.Path, "testset.tsv")))).Message, StringComparison.Ordinal);
        File.Delete(Path.Combine(mirror.Path, "testset.tsv"));
        Assert.Contains("testset.tsv is missing", (await Assert.ThrowsAsync<DatasetException>(() => FetchAsync(new("http://127.0.0.1:1/"), mirror.Path))).Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Target));
    }

    private static CatalogueEntry Entry(Uri address) => new("small", "a test's", address,
        [new("trainingset.tsv", 1, Sha256(Train)), new("testset.tsv", 1, Sha256(Test))], "none", "none");

    private static Checksum Sha256(byte[] bytes) => new(ChecksumKind.Sha256, Convert.ToHexStringLower(SHA256.HashData(bytes)));

    private static Task Send(HttpListenerContext context) =>
        LoopbackServer.SendAsync(context, context.Request.Url!.AbsolutePath.EndsWith("trainingset.tsv", StringComparison.Ordinal) ? Train : Test);

    private async Task<bool> FetchAsync(Uri address, string? from = null, IProgress<DataProgress>? progress = null, CancellationToken cancellation = default)
    {
        using var fetcher = new DatasetFetcher(new SocketsHttpHandler { UseProxy = false }, _time, new() { Stall = Stall });
        return await fetcher.FetchAsync(Entry(address), Target, from, progress, cancellation);
    }

    private sealed class Told(Action<DataProgress> action) : IProgress<DataProgress>
    {
        public void Report(DataProgress value) => action(value);
    }
}
