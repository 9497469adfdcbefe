using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace AdvRec.Notebooks.Html;

/// <summary>plotly.js for a page: compressed, for notebook hosts take seconds to pass 3.6 MB on, and unpacked by the page itself.</summary>
internal static class PackedScript
{
    /// <summary>Tells its element from others.</summary>
    public const string Mark = "data-advrec=\"plotly.js\"";

    // A page with RequireJS would otherwise keep it to itself as a module.
    private const string Before = "if (!window.Plotly) (function (define, module, exports, require) {\n";
    private const string After = "\n}).call(window);\n";

    /// <param name="plotly">Its source, UTF-8.</param>
    /// <returns>A script element; <c>data-unpacks</c> is the hash by which a page's policy can allow what comes out of it.</returns>
    public static string Of(Stream plotly)
    {
        using var script = new MemoryStream();
        script.Write(Encoding.UTF8.GetBytes(Before));
        plotly.CopyTo(script);
        script.Write(Encoding.UTF8.GetBytes(After));
        var bytes = script.GetBuffer().AsSpan(0, (int)script.Length);

        using var packed = new MemoryStream();
        using (var packing = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            packing.Write(bytes);
        return string.Concat(
            $"<script {Mark} data-unpacks=\"sha256-{Convert.ToBase64String(SHA256.HashData(bytes))}\">\n{Resource.Read("unpack.js")}(\"",
            Convert.ToBase64String(packed.GetBuffer().AsSpan(0, (int)packed.Length)),
            "\");\n</script>");
    }
}
