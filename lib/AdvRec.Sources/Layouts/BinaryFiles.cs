namespace AdvRec.Sources.Layouts;

/// <summary>Files that are no text, told by their first bytes.</summary>
internal static class BinaryFiles
{
    private static readonly (byte[] Start, string Name)[] Known =
    [
        ([.. "PAR1"u8], "a Parquet file"),
        ([.. "ARROW1"u8], "an Arrow or Feather file"),
        ([0x89, .. "HDF"u8], "an HDF5 file"),
        ([.. "MATLAB "u8], "a MATLAB file"),
        ([.. "SQLite format 3"u8], "an SQLite database"),
        ([0x93, .. "NUMPY"u8], "a NumPy array"),
        ([0x80, 2], "a Python pickle"),
        ([0x80, 3], "a Python pickle"),
        ([0x80, 4], "a Python pickle"),
        ([0x80, 5], "a Python pickle"),
        ([0xD0, 0xCF, 0x11, 0xE0], "an Excel workbook"),
        ([.. "BZh"u8], "compressed with bzip2"),
        ([0xFD, .. "7zXZ"u8], "compressed with xz"),
        ([0x28, 0xB5, 0x2F, 0xFD], "compressed with Zstandard"),
        ([.. "7z"u8, 0xBC, 0xAF], "a 7z archive"),
        ([.. "Rar!"u8], "a RAR archive"),
    ];

    /// <returns>What it is, or null if it may be text.</returns>
    public static string? NameOf(ReadOnlySpan<byte> start)
    {
        foreach (var (magic, name) in Known)
        {
            if (start.StartsWith(magic))
                return name;
        }

        return null;
    }
}
