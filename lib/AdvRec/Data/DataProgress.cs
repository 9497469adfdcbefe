namespace AdvRec.Data;

/// <summary>How far a file has been read, fetched or unpacked.</summary>
/// <param name="What">What is going on, such as "Reading ratings.csv".</param>
/// <param name="Done">Bytes done.</param>
/// <param name="Total">Bytes in all; null where the sender does not say.</param>
public readonly record struct DataProgress(string What, long Done, long? Total);
