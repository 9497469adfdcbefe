namespace AdvRec.Sources.Fetching;

/// <summary>How a file's identity is known.</summary>
public enum ChecksumKind
{
    /// <summary>SHA-256 of the bytes.</summary>
    Sha256,

    /// <summary>Git's id of a file: SHA-1 of `blob`, the size and the bytes.</summary>
    GitBlob,

    /// <summary>MD5 of the bytes, as some publishers give it.</summary>
    Md5,
}
