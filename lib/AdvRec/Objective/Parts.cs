namespace AdvRec.Objective;

/// <summary>Cuts rows, each with its triples or terms one after the other, into parts with about as many of them.</summary>
internal static class Parts
{
    /// <param name="starts">Row r has the places from starts[r] to before starts[r + 1].</param>
    /// <param name="from">First row.</param>
    /// <param name="to">The row behind the last.</param>
    /// <param name="cuts">Receives where each part starts, and where the last one ends; a part may be empty.</param>
    public static void Cut(int[] starts, int from, int to, int[] cuts)
    {
        var parts = cuts.Length - 1;
        var count = (long)starts[to] - starts[from];
        for (var part = 1; part < parts; part++)
        {
            var found = Array.BinarySearch(starts, from, to - from + 1, (int)(starts[from] + count * part / parts));
            cuts[part] = found < 0 ? ~found : found;
        }

        (cuts[0], cuts[^1]) = (from, to);
    }
}
