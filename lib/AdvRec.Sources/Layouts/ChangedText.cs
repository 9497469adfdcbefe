namespace AdvRec.Sources.Layouts;

/// <summary>Text that is another's, changed on the way: what was read and not yet given stands from <see cref="At"/> to <see cref="End"/>.</summary>
internal abstract class ChangedText(TextReader inner) : TextReader
{
    protected char[] Block { get; } = new char[1 << 16];

    protected int At { get; set; }

    protected int End { get; private set; }

    public sealed override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    public abstract override int Read(Span<char> buffer);

    protected bool Refill()
    {
        (At, End) = (0, inner.Read(Block));
        return End > 0;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }
}
