namespace AdvRec.Sources.Fetching;

/// <summary>How patient a download is.</summary>
internal sealed record DownloadOptions
{
    /// <summary>How many times in a row an answer may fail without a byte gained.</summary>
    public int Attempts { get; init; } = 5;

    /// <summary>Pause before the second attempt; it doubles from one to the next.</summary>
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Longest wait for an answer or for its next bytes.</summary>
    public TimeSpan Stall { get; init; } = TimeSpan.FromSeconds(30);
}
