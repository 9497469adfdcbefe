namespace AdvRec.Data;

/// <summary>Text that is another's, checked or changed on the way.</summary>
/// <param name="inner">Whose text; disposed along.</param>
internal abstract class PassedText(TextReader inner) : TextReader
{
    protected TextReader Inner { get; } = inner;

    public sealed override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    public abstract override int Read(Span<char> buffer);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            Inner.Dispose();
        base.Dispose(disposing);
    }
}
