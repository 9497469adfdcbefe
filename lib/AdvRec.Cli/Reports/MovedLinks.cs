using AdvRec.Cli.Notebooks;

namespace AdvRec.Cli.Reports;

/// <summary>Where a notebook's relative links lead from where its page or copy lies.</summary>
/// <param name="From">Absolute folder of the notebook.</param>
/// <param name="To">Absolute folder of the page or copy.</param>
/// <param name="Ending">Of what is made from notebooks, such as <c>.html</c>.</param>
/// <param name="Along">Absolute paths of the notebooks that are made into such files in <paramref name="To"/>.</param>
internal sealed record MovedLinks(string From, string To, string Ending, IReadOnlyCollection<string> Along)
{
    /// <summary>To another notebook: to what is made of it where that exists, else to the notebook; to any other file: to that file. What leads nowhere stays as it is.</summary>
    public string Move(string url)
    {
        var end = url.AsSpan().IndexOfAny('#', '?');
        var (link, rest) = end < 0 ? (url, "") : (url[..end], url[end..]);
        var path = Uri.UnescapeDataString(link);
        if (path.Length == 0 || path[0] is '/' or '\\' || path.AsSpan().ContainsAny(':', '\0'))
            return url;
        var target = Path.GetFullPath(path, From);
        if (Notebook.IsNotebook(target))
        {
            if (Along.Contains(target))
                return Escape(Path.GetFileNameWithoutExtension(target) + Ending) + rest;
            var made = Path.GetFullPath(Path.ChangeExtension(path, Ending), To);
            if (File.Exists(made))
                return Escape(Path.GetRelativePath(To, made)) + rest;
        }

        return Path.Exists(target) && target != Path.GetFullPath(path, To) ? Escape(Path.GetRelativePath(To, target)) + rest : url;
    }

    private static string Escape(string path) => string.Join('/', path.Replace('\\', '/').Split('/').Select(Uri.EscapeDataString));
}
