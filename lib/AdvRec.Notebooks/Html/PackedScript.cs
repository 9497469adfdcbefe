using System.IO.Compression;
using System.Security.Cryptography;

namespace AdvRec.Notebooks.Html;

/// <summary>plotly.js for a page: compressed, for notebook hosts take seconds to pass 3.6 MB on, and unpacked by the page itself.</summary>
internal static class PackedScript
{
    /// <summary>Tells its element from others.</summary>
    public const string Mark = "data-advrec=\"plotly.js\"";

    // A page with RequireJS would otherwise keep it to itself as a module.
    private static ReadOnlySpan<byte> Before => "if (!window.Plotly) (function (define, module, exports, require) {\n"u8;
    private static ReadOnlySpan<byte> After => "\n}).call(window);\n"u8;

    /// <param name="plotly">Its source, UTF-8.</param>
    /// <returns>A script element; <c>data-unpacks</c> is the hash by which a page's policy can allow what comes out of it.</returns>
    public static string Of(Stream plotly)
    {
        using var script = new MemoryStream((int)plotly.Length + Before.Length + After.Length);
        script.Write(Before);
        plotly.CopyTo(script);
        script.Write(After);
        var bytes = script.GetBuffer().AsSpan(0, (int)script.Length);

        using var packed = new MemoryStream(bytes.Length / 2);
        using (var packing = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            packing.Write(bytes);
        return string.Concat(
            $"<script {Mark} data-unpacks=\"sha256-{Convert.ToBase64String(SHA256.HashData(bytes))}\">\n{Resource.Read("unpack.js")}(\"",
            Convert.ToBase64String(packed.GetBuffer().AsSpan(0, (int)packed.Length)),
            "\");\n</script>");
    }
}
