using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace AdvRec.Tests.Data.Fetching;

/// <summary>A web server on this machine that answers as it is told.</summary>
internal sealed class LoopbackServer : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly ConcurrentQueue<(string Path, string? Range)> _requests = new();

    /// <param name="answer">Gets the request's number, from 0, and answers it.</param>
    public LoopbackServer(Func<HttpListenerContext, int, Task> answer)
    {
        using (var probe = new TcpListener(IPAddress.Loopback, 0))
        {
            probe.Start();
            Address = new($"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}/sets/");
        }

        _listener.Prefixes.Add($"http://127.0.0.1:{Address.Port}/");
        _listener.Start();
        _ = Task.Run(() => AnswerAllAsync(answer));
    }

    public Uri Address { get; }

    /// <summary>What was asked for: file name, and range if only a part was wanted.</summary>
    public IReadOnlyCollection<(string File, string? Range)> Requests => _requests;

    /// <summary>Answers with a file, or the part of it that was asked for.</summary>
    public static async Task SendAsync(HttpListenerContext context, byte[] file, string? tag = null)
    {
        if (tag is not null)
            context.Response.Headers["ETag"] = tag;
        var from = 0;
        var ifRange = context.Request.Headers["If-Range"];
        if (context.Request.Headers["Range"] is { } range && (ifRange is null || ifRange == tag))
        {
            from = int.Parse(range.Split('=', '-')[1], System.Globalization.CultureInfo.InvariantCulture);
            context.Response.StatusCode = 206;
            context.Response.Headers["Content-Range"] = $"bytes {from}-{file.Length - 1}/{file.Length}";
        }

        context.Response.ContentLength64 = file.Length - from;
        await context.Response.OutputStream.WriteAsync(file.AsMemory(from));
        context.Response.Close();
    }

    /// <summary>Promises the whole file, sends a part and hangs up.</summary>
    public static async Task BreakOffAsync(HttpListenerContext context, byte[] file, int after, string? tag = null)
    {
        if (tag is not null)
            context.Response.Headers["ETag"] = tag;
        context.Response.ContentLength64 = file.Length;
        await context.Response.OutputStream.WriteAsync(file.AsMemory(0, after));
        await context.Response.OutputStream.FlushAsync();
        context.Response.Abort();
    }

    public static Task FailAsync(HttpListenerContext context, int status)
    {
        context.Response.StatusCode = status;
        context.Response.Close();
        return Task.CompletedTask;
    }

    public void Dispose() => _listener.Close();

    private async Task AnswerAllAsync(Func<HttpListenerContext, int, Task> answer)
    {
        for (var number = 0; ; number++)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            _requests.Enqueue((Path.GetFileName(context.Request.Url!.AbsolutePath), context.Request.Headers["Range"]));
            var request = number;
            _ = Task.Run(() => answer(context, request));
        }
    }
}
