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
    private SortedTriples _triples;
    private int _firstTriple;
    private int _endUser;

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

    public void Start(SortedTriples triples) => (_triples, _endUser) = (triples, 0);

    public bool MoveNext()
    {
        if (_endUser == _triples.Starts.Length - 1)
            return false;
        var firstUser = _endUser;
        _firstTriple = _triples.Starts[firstUser];
        _endUser = EndOfBlock(firstUser);
        Split(firstUser);
        Reserve(Math.Max(Math.Min(_size, _triples.Count), _triples.Starts[_endUser] - _firstTriple));
        return true;
    }

    /// <summary>Leaves the memory to the thread's next gradient.</summary>
    public void Finish() => (BlockMemory.OfThread, _memory) = (_memory, BlockMemory.None);

    /// <returns>Its first user, and the one behind its last.</returns>
    public (int From, int To) Part(int part) => (_cuts[part], _cuts[part + 1]);

    /// <returns>A user's first triple, and the one behind the last.</returns>
    public (int From, int To) TriplesOf(int user) => (_triples.Starts[user], _triples.Starts[user + 1]);

    public ReadOnlySpan<int> Positives(int first, int count) => _triples.Positives.AsSpan(first, count);

    public Span<int> Negatives(int first, int count) =>
        _triples.Negatives is { } own ? own.AsSpan(first, count) : _memory.Negatives.AsSpan(first - _firstTriple, count);

    /// <summary>c = dL/dx</summary>
    public Span<float> Derivatives(int first, int count) => _memory.X.AsSpan(first - _firstTriple, count);

    /// <summary>As many whole users as fit a block, and at least one.</summary>
    private int EndOfBlock(int firstUser)
    {
        var starts = _triples.Starts;
        var end = firstUser + 1;
        while (end < starts.Length - 1 && starts[end + 1] - _firstTriple <= _size)
            end++;
        return end;
    }

    /// <summary>Parts of about the same number of triples.</summary>
    private void Split(int firstUser)
    {
        var starts = _triples.Starts;
        var (count, mostParts) = ((long)starts[_endUser] - _firstTriple, _cuts.Length - 1);
        (_cuts[0], Parts) = (firstUser, 0);
        var cut = firstUser;
        for (var part = 1; part <= mostParts; part++)
        {
            while (starts[cut] - _firstTriple < count * part / mostParts)
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
