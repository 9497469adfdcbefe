namespace AdvRec.Sources.Fetching;

/// <summary>An address could not be fetched.</summary>
internal sealed class DownloadException(Uri address, string reason, Exception? cause) : Exception($"{address}: {reason}", cause);
