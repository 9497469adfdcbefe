using System.Runtime.CompilerServices;

namespace AdvRec.Objective;

/// <summary>
/// Cuts triples that are sorted by user into blocks of whole users, so that what is kept for each triple fits the memory, and each block into parts of whole users,
/// so that no two threads add to one row. Places are counted from the start of the block.
/// </summary>
internal sealed class UserBlocks
{
    private const int LargestBlock = 1 << 18;

    // With fewer triples for each item and part an item's row is fetched for too few terms; with more the terms take as much memory as the rows.
    private const int TriplesPerItem = 3;

    private readonly int _size;
    private readonly int[] _cuts;
    private BlockMemory _memory = BlockMemory.None;
    private SortedTriples _triples;
    private int _start;
    private int _count;

    public UserBlocks(int mostParts, int items)
    {
        _size = (int)Math.Min((long)mostParts * TriplesPerItem * items, LargestBlock);
        _cuts = new int[mostParts + 1];
    }

    /// <summary>Number of parts of the block.</summary>
    public int Parts { get; private set; }

    /// <summary>Whether negatives are drawn; else they are the triples' own.</summary>
    public bool AreDrawn => _triples.Negatives is null;

    /// <summary>The terms of the block, two for each triple, for <see cref="ItemTerms"/> to sort.</summary>
    public (int User, float Weight)[] Terms => _memory.Terms;

    public void Start(SortedTriples triples)
    {
        (_triples, _start, _count) = (triples, 0, 0);
        Reserve(Math.Min(_size, triples.Count));
    }

    /// <returns>Whether there is another block.</returns>
    public bool MoveNext()
    {
        _start += _count;
        if (_start == _triples.Count)
            return false;
        _count = EndOfBlock() - _start;
        Reserve(_count);
        _triples.Negatives?.AsSpan(_start, _count).CopyTo(_memory.Negatives);
        Split();
        return true;
    }

    /// <summary>Leaves the memory to the thread's next gradient.</summary>
    public void Finish() => (BlockMemory.OfThread, _memory) = (_memory, BlockMemory.None);

    /// <returns>Its first place, and the one behind its last.</returns>
    public (int From, int To) Part(int part) => (_cuts[part], _cuts[part + 1]);

    /// <summary>Index of the training pair at a place.</summary>
    public int PairAt(int place) => _start + place;

    /// <returns>The user at a place, and how many triples follow each other from there, all of this user.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public (int User, int Count) User(int place)
    {
        var users = Users(place, _count - place);
        var count = 1;
        while (count < users.Length && users[count] == users[0])
            count++;
        return (users[0], count);
    }

    public ReadOnlySpan<int> Users(int place, int count) => _triples.Users.AsSpan(_start + place, count);

    public ReadOnlySpan<int> Positives(int place, int count) => _triples.Positives.AsSpan(_start + place, count);

    public Span<int> Negatives(int place, int count) => _memory.Negatives.AsSpan(place, count);

    /// <summary>c = dL/dx</summary>
    public Span<float> Derivatives(int place, int count) => _memory.X.AsSpan(place, count);

    /// <summary>As many whole users as fit a block, and at least one.</summary>
    private int EndOfBlock()
    {
        var users = _triples.Users;
        if (users.Length - _start <= _size)
            return users.Length;
        var end = _start + _size;
        while (end > _start && users[end] == users[end - 1])
            end--;
        if (end == _start)
            end = _start + _size;
        while (end < users.Length && users[end] == users[end - 1])
            end++;
        return end;
    }

    /// <summary>Parts of about the same number of triples, cut where the user changes.</summary>
    private void Split()
    {
        var users = Users(0, _count);
        var mostParts = _cuts.Length - 1;
        Parts = 0;
        for (var part = 1; part <= mostParts; part++)
        {
            var cut = Math.Max(1, (int)((long)_count * part / mostParts));
            while (cut < _count && users[cut] == users[cut - 1])
                cut++;
            if (cut > _cuts[Parts])
                _cuts[++Parts] = cut;
        }
    }

    private void Reserve(int count)
    {
        if (_memory.Count < count)
            (_memory, BlockMemory.OfThread) = (BlockMemory.OfThread.Count < count ? new(count) : BlockMemory.OfThread, BlockMemory.None);
    }
}
