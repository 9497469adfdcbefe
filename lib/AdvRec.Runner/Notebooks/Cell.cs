namespace AdvRec.Runner.Notebooks;

/// <summary>One cell of a notebook.</summary>
/// <param name="Number">Position among the cells that are not text, from 1; 0 for text.</param>
/// <param name="Language">Canonical name of the language, such as <c>csharp</c> or <c>markdown</c>.</param>
/// <param name="Text">Content without surrounding empty lines; lines end in <c>\n</c>.</param>
/// <param name="Line">Line of the file, from 1, on which <paramref name="Text"/> begins; 0 where lines of the file mean nothing.</param>
internal sealed record Cell(int Number, string Language, string Text, int Line)
{
    public bool IsCode => Language is not (Languages.Markdown or Languages.Raw);
}
