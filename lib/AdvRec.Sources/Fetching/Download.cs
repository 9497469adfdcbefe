using System.Net;
using AdvRec.Data;

namespace AdvRec.Sources.Fetching;

/// <summary>Fetches one address into one file: goes on where an earlier call stopped, and tries again what may work the next time.</summary>
internal sealed class Download(HttpClient client, TimeProvider time, DownloadOptions options)
{
    /// <param name="address">What to fetch.</param>
    /// <param name="partial">What there is of it so far.</param>
    /// <param name="mostBytes">More is refused.</param>
    /// <param name="watch">Who is told of progress.</param>
    public async Task FetchAsync(Uri address, PartialFile partial, long mostBytes, Watch watch)
    {
        var pause = options.FirstPause;
        for (var attempt = 1; ; attempt++)
        {
            var before = partial.Length;
            try
            {
                await OnceAsync(address, partial, mostBytes, watch);
                return;
            }
            catch (Exception problem) when (problem is NotSupportedException or UriFormatException)
            {
                throw new DownloadException(address, "the server sends on to an address that is neither http nor https", problem);
            }
            catch (Exception problem) when (MayWorkNextTime(problem) && !watch.Cancellation.IsCancellationRequested)
            {
                if (partial.Length > before)
                    (attempt, pause) = (1, options.FirstPause);
                if (attempt >= options.Attempts)
                    throw new DownloadException(address, Reason(problem), problem);
            }

            await Task.Delay(pause, time, watch.Cancellation);
            pause *= 2;
        }
    }

    private static bool MayWorkNextTime(Exception problem) => problem is IOException or OperationCanceledException
        || problem is HttpRequestException { StatusCode: null or HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError };

    private static string Reason(Exception problem) => problem switch
    {
        OperationCanceledException => "no answer in time",
        HttpRequestException { StatusCode: >= HttpStatusCode.Ambiguous and < HttpStatusCode.BadRequest } => "the server sends on in a circle, or to no address",
        HttpRequestException { StatusCode: { } status } => $"{(int)status} {status}",
        _ => problem.Message.TrimEnd('.').ReplaceLineEndings(" "),
    };

    private async Task OnceAsync(Uri address, PartialFile partial, long mostBytes, Watch watch)
    {
        using var stall = CancellationTokenSource.CreateLinkedTokenSource(watch.Cancellation);
        using var timer = time.CreateTimer(_ => stall.Cancel(), null, options.Stall, Timeout.InfiniteTimeSpan);
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        partial.AskForRest(request);
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stall.Token);
        if (response.StatusCode == HttpStatusCode.RequestedRangeNotSatisfiable)
        {
            partial.Delete();
            throw new IOException("what had arrived earlier was not a part of the file");
        }

        if (!response.IsSuccessStatusCode)
        {
            var problem = new HttpRequestException(null, null, response.StatusCode);
            throw MayWorkNextTime(problem) ? problem : new DownloadException(address, Reason(problem), problem);
        }

        var total = response.Content.Headers.ContentLength;
        await using var file = partial.Open(response);
        total += file.Position;
        await using var content = await response.Content.ReadAsStreamAsync(stall.Token);
        var buffer = new byte[1 << 16];
        for (int count; (count = await content.ReadAsync(buffer, stall.Token)) > 0;)
        {
            timer.Change(options.Stall, Timeout.InfiniteTimeSpan);
            if (file.Position + count > mostBytes)
                throw new DownloadException(address, $"it is longer than {mostBytes / 1e6:F0} MB, which {partial.Name} is not", null);
            await file.WriteAsync(buffer.AsMemory(0, count), watch.Cancellation);
            watch.Report($"Fetching {partial.Name}", file.Position, total);
        }
    }
}
