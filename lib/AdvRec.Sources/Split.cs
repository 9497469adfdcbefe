using System.Buffers;
using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Text;
using AdvRec.Sources.Layouts;

namespace AdvRec.Sources;

/// <summary>Every user's ratings, the latest first: that one is held out.</summary>
internal sealed class Split
{
    private const int RowsOfBlock = 1 << 16, MostOfNumbers = 60;
    private readonly List<Interaction> _rows;
    private readonly int[] _itemOf;
    private readonly UserGroups _users;
    private readonly byte[][] _ratings;
    private readonly CancellationToken _cancellation;

    public Split(RawRatings ratings, Numbering users, Numbering items, CancellationToken cancellation)
    {
        (_rows, _itemOf, _cancellation) = (ratings.Rows, items.NumberOf, cancellation);
        _users = new(_rows, row => users.NumberOf[row.User], users.Sources.Count);
        _ratings = [.. ratings.RatingTexts.Select(Encoding.UTF8.GetBytes)];
        var ranks = ratings.ItemRanks();
        Parallel.ForEach(Partitioner.Create(0, _users.Count), new() { CancellationToken = cancellation }, range =>
        {
            for (var user = range.Item1; user < range.Item2; user++)
                LatestFirst(_users.Places.AsSpan(_users[user]), CollectionsMarshal.AsSpan(_rows), ranks);
        });
    }

    /// <summary>Ratings of one user whose times differ, but not in whole seconds.</summary>
    public int SameSecond => Neighbours((a, b) => a != b && Seconds(a) == Seconds(b));

    public void WriteTest(Stream file)
    {
        var text = new ArrayBufferWriter<byte>();
        for (var user = 0; user < _users.Count; user++)
            Write(text, user, _users.Places.AsSpan(_users[user])[..1]);
        file.Write(text.WrittenSpan);
    }

    public void WriteTrain(Stream file)
    {
        // Several blocks at a time are formatted by several threads, then written in their order.
        var texts = Enumerable.Range(0, 4 * Environment.ProcessorCount).Select(_ => new ArrayBufferWriter<byte>()).ToArray();
        foreach (var some in Blocks().Chunk(texts.Length))
        {
            Parallel.For(0, some.Length, new ParallelOptions { CancellationToken = _cancellation }, at =>
            {
                texts[at].ResetWrittenCount();
                for (var user = some[at].First; user < some[at].End; user++)
                    Write(texts[at], user, _users.Places.AsSpan(_users[user])[1..]);
            });
            foreach (var text in texts.AsSpan(0, some.Length))
                file.Write(text.WrittenSpan);
        }
    }

    private List<(int First, int End)> Blocks()
    {
        var blocks = new List<(int, int)>();
        for (int first = 0, user = 0; user < _users.Count; user++)
        {
            if (user < _users.Count - 1 && _users[user].End.Value - _users[first].Start.Value < RowsOfBlock)
                continue;
            blocks.Add((first, user + 1));
            first = user + 1;
        }

        return blocks;
    }

    private void Write(ArrayBufferWriter<byte> text, int user, ReadOnlySpan<int> places)
    {
        var rows = CollectionsMarshal.AsSpan(_rows);
        Span<byte> name = stackalloc byte[12];
        name = name[..Number(name, user, (byte)'\t')];
        foreach (var place in places)
        {
            ref readonly var row = ref rows[place];
            var rating = _ratings[row.Rating];
            var line = text.GetSpan(MostOfNumbers + rating.Length);
            name.CopyTo(line);
            var length = name.Length;
            length += Number(line[length..], _itemOf[row.Item], (byte)'\t');
            rating.CopyTo(line[length..]);
            length += rating.Length;
            line[length++] = (byte)'\t';
            length += Number(line[length..], Seconds(row.Timestamp), (byte)'\n');
            text.Advance(length);
        }
    }

    private static int Number(Span<byte> text, long number, byte end)
    {
        Utf8Formatter.TryFormat(number, text, out var length);
        text[length] = end;
        return length + 1;
    }

    private static void LatestFirst(Span<int> places, ReadOnlySpan<Interaction> rows, int[] ranks)
    {
        var times = ArrayPool<long>.Shared.Rent(places.Length);
        for (var k = 0; k < places.Length; k++)
            times[k] = ~rows[places[k]].Timestamp;
        times.AsSpan(0, places.Length).Sort(places);
        for (int start = 0, k = 1; k <= places.Length; k++)
        {
            if (k < places.Length && times[k] == times[start])
                continue;
            // Of several at the same time, the one of the largest item id.
            if (k - start > 1)
            {
                var keys = new int[k - start];
                for (var at = start; at < k; at++)
                    keys[at - start] = -ranks[rows[places[at]].Item];
                keys.AsSpan().Sort(places[start..k]);
            }

            start = k;
        }

        ArrayPool<long>.Shared.Return(times);
    }

    private int Neighbours(Func<long, long, bool> counts)
    {
        var count = 0;
        for (var user = 0; user < _users.Count; user++)
        {
            var places = _users.Places.AsSpan(_users[user]);
            for (var k = 1; k < places.Length; k++)
                count += counts(_rows[places[k]].Timestamp, _rows[places[k - 1]].Timestamp) ? 1 : 0;
        }

        return count;
    }

    // Rounded down, also before 1970.
    private static long Seconds(long microseconds) => microseconds >= 0 ? microseconds / Times.PerSecond : ((microseconds + 1) / Times.PerSecond) - 1;
}
