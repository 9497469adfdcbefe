using System.Text.Json;

namespace AdvRec.Runner.Protocol;

/// <summary>What a notebook process is to run; the first and only line that it is sent.</summary>
/// <param name="Folder">Absolute folder that cells run in.</param>
/// <param name="Cells">Cells to run, in order.</param>
/// <param name="CellSeconds">What one cell may take.</param>
/// <param name="Inputs">Answers to what the notebook asks its reader for, by name.</param>
/// <param name="Reproducible">Leaves out what differs from run to run.</param>
internal sealed record RunRequest(string Folder, IReadOnlyList<CodeCell> Cells, double CellSeconds, IReadOnlyDictionary<string, string> Inputs, bool Reproducible)
{
    public void Write(Stream stream)
    {
        JsonSerializer.Serialize(stream, this, RunEventJson.Default.RunRequest);
        stream.WriteByte((byte)'\n');
        stream.Flush();
    }

    public static RunRequest Read(Stream stream)
    {
        using var reader = new StreamReader(stream, leaveOpen: true);
        return JsonSerializer.Deserialize(reader.ReadLine() ?? "", RunEventJson.Default.RunRequest)!;
    }
}

/// <param name="Index">Index of the cell in the notebook, from 0; what events name it by.</param>
/// <param name="Number">Position among the cells that run, from 1; what errors name it by.</param>
/// <param name="Language">Name of the kernel, such as <c>csharp</c>.</param>
/// <param name="Text">Content; lines end in <c>\n</c>.</param>
internal sealed record CodeCell(int Index, int Number, string Language, string Text);
