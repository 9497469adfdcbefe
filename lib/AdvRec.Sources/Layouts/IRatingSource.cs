using AdvRec.Data;

namespace AdvRec.Sources.Layouts;

/// <summary>Ratings in one of the layouts that they are published in.</summary>
internal interface IRatingSource
{
    /// <summary>All ratings, in their file's order.</summary>
    /// <exception cref="DatasetException">The first twenty rows that cannot be read, with file and line.</exception>
    RawRatings ReadRatings(Watch watch);

    /// <summary>Titles and genres by source id; empty where nothing is known.</summary>
    Dictionary<string, ItemText> ReadItems();

    /// <summary>What was understood of the file, and what was chosen though the file does not force it; lines for the summary.</summary>
    IReadOnlyList<string> Understood => [];
}
