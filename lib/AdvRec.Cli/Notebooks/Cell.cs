namespace AdvRec.Cli.Notebooks;

/// <summary>One cell of a notebook.</summary>
/// <param name="Number">Position among the cells that are not text, from 1; 0 for text.</param>
/// <param name="Language">Canonical name of the language, such as <c>csharp</c> or <c>markdown</c>.</param>
/// <param name="Text">Content without surrounding empty lines; lines end in <c>\n</c>.</param>
/// <param name="Line">Line of the file, from 1, on which <paramref name="Text"/> begins; 0 where lines of the file mean nothing.</param>
/// <param name="Attachments">Images that a text cell brings along: JSON of a bundle by MIME type, by name; null if there are none.</param>
internal sealed record Cell(int Number, string Language, string Text, int Line, System.Text.Json.Nodes.JsonObject? Attachments = null)
{
    public bool IsCode => Language is not (Languages.Markdown or Languages.Raw);
}
