using System.Text;
using System.Text.Unicode;
using AdvRec.Data;

namespace AdvRec.Sources.Layouts;

/// <summary>MovieLens' older lists of titles: Latin-1 up to 1M, UTF-8 from 10M on.</summary>
internal static class OldText
{
    /// <returns>The fields of every line that is not empty; nothing where there is no file, since titles are optional.</returns>
    public static IEnumerable<string[]> ReadLines(string path, string separator, int count)
    {
        if (!File.Exists(path))
            yield break;
        var bytes = File.ReadAllBytes(path);
        // Latin-1 with any accent is not valid UTF-8: a lone byte above 127 never is.
        var text = (Utf8.IsValid(bytes) ? Encoding.UTF8 : Encoding.Latin1).GetString(bytes);
        var number = 0;
        foreach (var line in text.Split('\n').Select(line => line.TrimEnd('\r')))
        {
            number++;
            if (line.Length == 0)
                continue;
            var fields = line.Split(separator);
            if (fields.Length != count)
                throw new DatasetException($"{path}:{number}: {fields.Length} columns instead of {count}, separated by {separator}.");
            yield return fields;
        }
    }
}
