using System.Runtime.InteropServices;

namespace AdvRec.Sources;

/// <summary>New numbers from 0 for the ids that occur.</summary>
/// <param name="NumberOf">New number by old place; -1 for what does not occur.</param>
/// <param name="Sources">Old place by new number.</param>
internal sealed record Numbering(int[] NumberOf, List<int> Sources)
{
    public static Numbering ByFirstAppearance(List<Interaction> rows, Func<Interaction, int> placeOf, int placeCount)
    {
        var numberOf = new int[placeCount];
        Array.Fill(numberOf, -1);
        var sources = new List<int>();
        foreach (var row in CollectionsMarshal.AsSpan(rows))
        {
            var place = placeOf(row);
            if (numberOf[place] >= 0)
                continue;
            numberOf[place] = sources.Count;
            sources.Add(place);
        }

        return new(numberOf, sources);
    }
}
