using AdvRec.Data;

namespace AdvRec.Sources.Layouts;

/// <summary>Text that is another's, changed on the way: what was read and not yet given stands from <see cref="At"/> to <see cref="End"/>.</summary>
internal abstract class ChangedText(TextReader inner) : PassedText(inner)
{
    protected char[] Block { get; } = new char[1 << 16];

    protected int At { get; set; }

    protected int End { get; private set; }

    protected bool Refill()
    {
        (At, End) = (0, Inner.Read(Block));
        return End > 0;
    }
}
