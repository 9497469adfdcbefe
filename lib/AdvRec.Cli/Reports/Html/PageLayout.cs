namespace AdvRec.Cli.Reports.Html;

/// <summary>The frame of every page: one file that needs nothing and asks the network for nothing.</summary>
internal static class PageLayout
{
    /// <param name="title">Plain text.</param>
    /// <param name="body">Markup.</param>
    /// <param name="scripts">Those within <paramref name="body"/>.</param>
    /// <returns>The page, piece by piece.</returns>
    public static IEnumerable<ReadOnlyMemory<char>> Render(string title, string body, PageScripts scripts) => scripts.Fill($"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data: blob:; style-src 'unsafe-inline'; script-src {string.Join(' ', scripts.Hashes.Prepend(HtmlFragment.Hash(PageAssets.Script)))}; base-uri 'none'; form-action 'none'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>{HtmlText.Encode(title)}</title>
            <style>
            {PageAssets.Style}</style>
            </head>
            <body>
            {body}<script>{PageAssets.Script}</script>
            </body>
            </html>

            """.ReplaceLineEndings("\n"));
}
