using System.Text;
using AdvRec.Runner.Protocol;

namespace AdvRec.Runner.Display;

/// <summary>Takes the place of the console's streams.</summary>
internal sealed class ConsoleCapture(CellOutputs outputs, OutputKind kind) : TextWriter
{
    public override Encoding Encoding => Encoding.UTF8;

    public override string NewLine => "\n";

    public override void Write(char value) => outputs.WriteText(kind, [value]);

    public override void Write(string? value) => outputs.WriteText(kind, value);

    public override void Write(char[] buffer, int index, int count) => outputs.WriteText(kind, buffer.AsSpan(index, count));

    public override void Write(ReadOnlySpan<char> buffer) => outputs.WriteText(kind, buffer);

    public override void WriteLine(string? value) => outputs.WriteText(kind, value + NewLine);
}
