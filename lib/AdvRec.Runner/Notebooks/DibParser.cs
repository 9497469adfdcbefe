namespace AdvRec.Runner.Notebooks;

/// <summary>
/// Splits a <c>.dib</c> file into cells as .NET Interactive does: a line that is exactly <c>#!name</c> starts a cell,
/// wherever it stands; everything else is content.
/// </summary>
internal static class DibParser
{
    private const string Marker = "#!";

    /// <param name="text">Content of the file, with or without byte order mark, any line ends.</param>
    /// <param name="path">Named in errors.</param>
    /// <exception cref="NotebookFormatException">The header is not JSON.</exception>
    public static IReadOnlyList<Cell> Parse(string text, string path)
    {
        var lines = text.TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n');
        var languages = new Languages();
        var cells = new List<Cell>();
        var language = Languages.CSharp;
        var start = 0;

        for (var index = 0; index < lines.Length; index++)
        {
            var line = lines[index];
            if (line.StartsWith(DibHeader.Marker, StringComparison.Ordinal))
            {
                AddCell(index);
                var end = index + 1;
                while (end < lines.Length && !lines[end].StartsWith(Marker, StringComparison.Ordinal))
                    end++;
                language = DibHeader.Read(string.Join('\n', lines[(index + 1)..end]), languages, path, index + 1) ?? language;
                start = end;
                index = end - 1;
            }
            else if (line.StartsWith(Marker, StringComparison.Ordinal) && languages.Find(line[Marker.Length..]) is { } name)
            {
                AddCell(index);
                language = name;
                start = index + 1;
            }
        }

        AddCell(lines.Length);
        return cells;

        void AddCell(int end)
        {
            var first = start;
            while (first < end && lines[first].Length == 0)
                first++;
            while (end > first && lines[end - 1].Length == 0)
                end--;
            if (first == end)
                return;
            var number = language == Languages.Markdown ? 0 : cells.Count(cell => cell.IsCode) + 1;
            cells.Add(new(number, language, string.Join('\n', lines[first..end]), first + 1));
        }
    }
}
