namespace AdvRec.Sources.Fetching;

/// <summary>The data sets that can be fetched.</summary>
public static class Catalogue
{
    private const string Citation =
        "F. Maxwell Harper and Joseph A. Konstan. 2015. The MovieLens Datasets: History and Context. ACM TiiS 5, 4, Article 19. https://doi.org/10.1145/2827872";

    private const string Shared =
        "no guarantee of correctness; state no endorsement by the University of Minnesota or GroupLens; acknowledge the data set in publications; "
        + "no commercial or revenue-bearing use without GroupLens' permission";

    private const string NotShared = "MovieLens data, GroupLens, University of Minnesota: " + Shared + "; do not redistribute it without separate permission.";
    private static readonly Uri GroupLens = new("https://files.grouplens.org/datasets/movielens/");
    private static readonly Uri HandsOn = new("https://raw.githubusercontent.com/merrafelice/HandsOn-RecSys2020/master/data/");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<CatalogueEntry> All { get; } =
    [
        new("movielens-500", "the hands-on's own split: the first 500 users of MovieLens 1M", new(HandsOn, "movielens-500/"),
            [
                new("trainingset.tsv", 1.5, new(ChecksumKind.Sha256, "2fd473f67e4d3d0e49bdc2074ac38ec4ff76bce2e7880c74bf6e363b95a2ed90")),
                new("testset.tsv", 0.1, new(ChecksumKind.Sha256, "b23e69d97e8929c1a1d1cf13564313e5e6324cdb0abb8f65e21fd16000247ed7")),
            ],
            NotShared, Citation),
        new("movielens", "the hands-on's own split of MovieLens 1M, all users", new(HandsOn, "movielens/"),
            [
                new("trainingset.tsv", 21, new(ChecksumKind.GitBlob, "31ba384fd58dac8fbd09d2dfc6616431f3563ab5")),
                new("testset.tsv", 0.2, new(ChecksumKind.GitBlob, "1b79e03c96710c3b0c35deb19155ef74f7965a02")),
            ],
            NotShared, Citation),
        new("movielens-1m", "MovieLens 1M with titles and genres, split here", GroupLens,
            [new("ml-1m.zip", 6, new(ChecksumKind.Sha256, "a6898adb50b9ca05aa231689da44c217cb524e7ebd39d264c56e2832f2c54e20"))],
            NotShared, Citation),
        new("movielens-100k", "MovieLens 100K with titles and genres, split here", GroupLens,
            [new("ml-100k.zip", 5, new(ChecksumKind.Md5, "0e33842e24a9c977be4e0107933c0723"))],
            NotShared, Citation),
        new("movielens-latest-small", "MovieLens Latest Small, today's release (no checksum: GroupLens replaces it), split here", GroupLens,
            [new("ml-latest-small.zip", 1, null)],
            "MovieLens data, GroupLens, University of Minnesota: " + Shared + "; redistribute it only under these same conditions.", Citation),
    ];

    /// <summary>The data set of this name, or null.</summary>
    /// <param name="name">Such as "movielens-500".</param>
    public static CatalogueEntry? Find(string name) => All.FirstOrDefault(entry => entry.Name == name);
}
