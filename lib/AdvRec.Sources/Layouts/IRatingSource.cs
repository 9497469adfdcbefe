using AdvRec.Data;

namespace AdvRec.Sources.Layouts;

/// <summary>Ratings in one of the layouts that they are published in.</summary>
internal interface IRatingSource
{
    /// <summary>What was understood of the file, and what was chosen though the file does not force it; lines for people.</summary>
    IReadOnlyList<string> Understood { get; }

    /// <summary>All ratings, in their file's order.</summary>
    /// <exception cref="DatasetException">The first twenty rows that cannot be read, with file and line; those with the same mistake as one.</exception>
    RawRatings ReadRatings(Watch watch);
}
