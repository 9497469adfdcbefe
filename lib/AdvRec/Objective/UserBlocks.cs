namespace AdvRec.Objective;

/// <summary>
/// Cuts triples that are grouped by user into blocks of whole users, so that what is kept for each triple fits the memory, and each block into parts of whole users,
/// so that no two threads add to one row.
/// </summary>
internal sealed class UserBlocks
{
    private const int LargestBlock = 1 << 18;

    // With fewer triples for each item and part an item's row is fetched for too few terms; with more the terms take as much memory as the rows.
    private const int TriplesPerItem = 3;

    private readonly int _size;
    private readonly int[] _cuts;
    private BlockMemory _memory = BlockMemory.None;
    private int _firstTriple;
    private int _endUser;

    public UserBlocks(int parts, int items)
    {
        _size = (int)Math.Min((long)parts * TriplesPerItem * items, LargestBlock);
        _cuts = new int[parts + 1];
    }

    public SortedTriples Triples { get; private set; }

    /// <summary>The terms of the block, two for each triple, for <see cref="ItemTerms"/> to sort.</summary>
    public (int User, float Weight)[] Terms => _memory.Terms;

    public void Start(SortedTriples triples) => (Triples, _endUser) = (triples, 0);

    public bool MoveNext()
    {
        if (_endUser == Triples.Starts.Length - 1)
            return false;
        var firstUser = _endUser;
        _firstTriple = Triples.Starts[firstUser];
        _endUser = EndOfBlock(firstUser);
        Parts.Cut(Triples.Starts, firstUser, _endUser, _cuts);
        Reserve(Math.Max(Math.Min(_size, Triples.Count), Triples.Starts[_endUser] - _firstTriple));
        return true;
    }

    /// <summary>Leaves the memory to the thread's next gradient.</summary>
    public void Finish() => (BlockMemory.OfThread, _memory) = (_memory, BlockMemory.None);

    /// <returns>Its first user, and the one behind its last.</returns>
    public (int From, int To) Part(int part) => (_cuts[part], _cuts[part + 1]);

    /// <returns>A user's first triple, and the one behind the last.</returns>
    public (int From, int To) TriplesOf(int user) => (Triples.Starts[user], Triples.Starts[user + 1]);

    public ReadOnlySpan<int> Positives(int first, int count) => Triples.Positives.AsSpan(first, count);

    public Span<int> Negatives(int first, int count) =>
        Triples.Negatives is { } own ? own.AsSpan(first, count) : _memory.Negatives.AsSpan(first - _firstTriple, count);

    /// <summary>c = dL/dx</summary>
    public Span<float> Derivatives(int first, int count) => _memory.X.AsSpan(first - _firstTriple, count);

    /// <summary>As many whole users as fit a block, and at least one.</summary>
    private int EndOfBlock(int firstUser)
    {
        var starts = Triples.Starts;
        var end = firstUser + 1;
        while (end < starts.Length - 1 && starts[end + 1] - _firstTriple <= _size)
            end++;
        return end;
    }

    private void Reserve(int count)
    {
        if (_memory.Count < count)
            (_memory, BlockMemory.OfThread) = (BlockMemory.OfThread.Count < count ? new(count) : BlockMemory.OfThread, BlockMemory.None);
    }
}
