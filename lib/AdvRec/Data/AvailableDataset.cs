namespace AdvRec.Data;

/// <summary>A data set that is here.</summary>
/// <param name="Name">What <see cref="Datasets.Load(string)"/> takes.</param>
/// <param name="Folder">Where its files are.</param>
public sealed record AvailableDataset(string Name, string Folder);
