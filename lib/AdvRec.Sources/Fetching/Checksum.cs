using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AdvRec.Data;

namespace AdvRec.Sources.Fetching;

/// <summary>What a file's bytes must hash to.</summary>
/// <param name="Kind">Which hash.</param>
/// <param name="Hex">Its value, in lower case hexadecimal digits.</param>
public sealed record Checksum(ChecksumKind Kind, string Hex)
{
    /// <summary>Hash of a file in the same kind.</summary>
    internal string Of(string path, Watch watch)
    {
        using var file = new WatchedFile(path, watch);
        using var hash = IncrementalHash.CreateHash(Kind switch
        {
            ChecksumKind.Sha256 => HashAlgorithmName.SHA256,
            ChecksumKind.GitBlob => HashAlgorithmName.SHA1,
            _ => HashAlgorithmName.MD5,
        });
        if (Kind == ChecksumKind.GitBlob)
            hash.AppendData(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"blob {file.Length}\0")));
        var buffer = new byte[1 << 16];
        for (int count; (count = file.Read(buffer)) > 0;)
            hash.AppendData(buffer, 0, count);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
