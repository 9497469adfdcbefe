namespace AdvRec.Sources.Fetching;

/// <summary>A data set that can be fetched.</summary>
/// <param name="Name">Name to load it by.</param>
/// <param name="Description">What it is, in one line.</param>
/// <param name="Address">Folder on the web that holds the files; ends in a slash.</param>
/// <param name="Files">What it is made from.</param>
/// <param name="Conditions">Under which it may be used.</param>
/// <param name="Citation">What publications must cite.</param>
public sealed record CatalogueEntry(string Name, string Description, Uri Address, IReadOnlyList<RemoteFile> Files, string Conditions, string Citation)
{
    /// <summary>About how much is downloaded, in 10⁶ bytes.</summary>
    public double Megabytes => Files.Sum(file => file.Megabytes);
}
