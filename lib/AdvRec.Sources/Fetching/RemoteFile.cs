namespace AdvRec.Sources.Fetching;

/// <summary>A file that a data set is made from.</summary>
/// <param name="Name">Its own name, under which a mirror or folder holds it.</param>
/// <param name="Megabytes">About how large it is, in 10⁶ bytes; ten times as much is refused.</param>
/// <param name="Identity">What its bytes must hash to; null where the publisher replaces the file.</param>
public sealed record RemoteFile(string Name, double Megabytes, Checksum? Identity)
{
    internal long MostBytes => (long)(10 * Megabytes * 1e6);

    internal bool IsArchive => Name.EndsWith(".zip", StringComparison.Ordinal);
}
