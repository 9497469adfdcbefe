using System.Runtime.InteropServices;

namespace AdvRec.Sources;

/// <summary>The places of every user's rows, in the order of the rows.</summary>
internal sealed class UserGroups
{
    private readonly int[] _starts;

    /// <param name="rows">All rows.</param>
    /// <param name="userOf">Number of a row's user, from 0.</param>
    /// <param name="userCount">Number of users.</param>
    public UserGroups(List<Interaction> rows, Func<Interaction, int> userOf, int userCount)
    {
        var all = CollectionsMarshal.AsSpan(rows);
        _starts = new int[userCount + 1];
        foreach (var row in all)
            _starts[userOf(row) + 1]++;
        for (var user = 0; user < userCount; user++)
            _starts[user + 1] += _starts[user];
        Places = new int[all.Length];
        var next = _starts.AsSpan(0, userCount).ToArray();
        for (var place = 0; place < all.Length; place++)
            Places[next[userOf(all[place])]++] = place;
    }

    public int Count => _starts.Length - 1;

    /// <summary>Places of rows, user by user.</summary>
    public int[] Places { get; }

    public Range this[int user] => _starts[user].._starts[user + 1];
}
