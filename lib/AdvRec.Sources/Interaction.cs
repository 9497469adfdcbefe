using System.Runtime.InteropServices;

namespace AdvRec.Sources;

/// <summary>One rating; ids and rating are places in the tables of <see cref="RawRatings"/>.</summary>
/// <param name="User">Place of the user's source id.</param>
/// <param name="Item">Place of the item's source id.</param>
/// <param name="Rating">Place of the rating's text.</param>
/// <param name="Timestamp">Microseconds since 1970, or the row's number in seconds where the source has no times.</param>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal readonly record struct Interaction(int User, int Item, int Rating, long Timestamp);
