using System.Text;
using AdvRec.Sources.Fetching;

namespace AdvRec.Tests.Data.Fetching;

public sealed class ChecksumTests
{
    [Theory]
    [InlineData(ChecksumKind.Sha256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")]
    [InlineData(ChecksumKind.Md5, "900150983cd24fb0d6963f7d28e17f72")]
    [InlineData(ChecksumKind.GitBlob, "f2ba8f84ab5c1bce84a7b441cb1959cfc7093b7f")]
    public void Published_values_of_abc_are_met(ChecksumKind kind, string expected)
    {
        using var folder = new TemporaryFolder();
        folder.Write("abc", Encoding.ASCII.GetBytes("abc"));

        Assert.Equal(expected, new Checksum(kind, "").Of(Path.Combine(folder.Path, "abc"), default));
    }

    [Fact]
    public void The_catalogue_knows_the_originals_files_by_what_they_are()
    {
        Movielens500.Load();
        Assert.All(Catalogue.Find("movielens-500")!.Files, file =>
        {
            var path = Path.Combine(Movielens500.Folder, file.Name);
            Assert.Equal(file.Identity!.Hex, file.Identity.Of(path, default));
            Assert.InRange(new FileInfo(path).Length / 1e6, file.Megabytes / 10, file.Megabytes);
        });
        Assert.Equal("17c191d498d14c35f7e5b670774229339c2a7160", new Checksum(ChecksumKind.GitBlob, "").Of(Path.Combine(Movielens500.Folder, "trainingset.tsv"), default));
    }
}
