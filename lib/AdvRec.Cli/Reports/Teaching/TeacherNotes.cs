using AdvRec.Cli.Notebooks;

namespace AdvRec.Cli.Reports.Teaching;

/// <summary>
/// What a teacher may say to each question: the file <c>teacher.md</c> beside the notebooks. A heading of the second level names a notebook,
/// one of the third is how a question begins.
/// </summary>
/// <param name="Entries">Notebook's name, beginning of a question, note in Markdown.</param>
internal sealed record TeacherNotes(IReadOnlyList<(string Notebook, string Beginning, string Note)> Entries)
{
    public const string FileName = "teacher.md";

    /// <summary>Those of a folder; none where it has no such file.</summary>
    public static TeacherNotes In(string folder)
    {
        var path = Path.Combine(folder, FileName);
        return File.Exists(path) ? Parse(File.ReadAllText(path)) : new([]);
    }

    /// <summary>The note to a question; null if there is none.</summary>
    public string? To(Notebook notebook, Question question) =>
        Entries.FirstOrDefault(entry => entry.Notebook == notebook.Name && question.Text.StartsWith(entry.Beginning, StringComparison.OrdinalIgnoreCase)).Note;

    private static TeacherNotes Parse(string text)
    {
        var entries = new List<(string, string, string)>();
        string notebook = "", beginning = "";
        var note = new List<string>();
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n').Append("## "))
        {
            var isNotebook = line.StartsWith("## ", StringComparison.Ordinal);
            if (!isNotebook && !line.StartsWith("### ", StringComparison.Ordinal))
            {
                note.Add(line);
                continue;
            }

            if (beginning.Length > 0)
                entries.Add((notebook, beginning, string.Join('\n', note).Trim()));
            note.Clear();
            (notebook, beginning) = isNotebook ? (line[3..].Trim(), "") : (notebook, line[4..].Trim());
        }

        return new(entries);
    }
}
