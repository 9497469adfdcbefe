using System.Text;

namespace AdvRec.Cli.Tests.Commands;

/// <summary>A data set that even the slowest instruction set trains on in a second: 60 users, 40 items, about a thousand training pairs.</summary>
public sealed class TinyDataset : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public TinyDataset()
    {
        var (train, test) = (new StringBuilder(), new StringBuilder());
        for (var user = 0; user < 60; user++)
        {
            var held = user * 7 % 40;
            test.Append(System.Globalization.CultureInfo.InvariantCulture, $"{user}\t{held}\t5\t200\n");
            for (var item = 0; item < 40; item++)
            {
                if (item != held && (3 * item + 5 * user + user / 7) % 11 < 5)
                    train.Append(System.Globalization.CultureInfo.InvariantCulture, $"{user}\t{item}\t4\t{item}\n");
            }
        }

        _folder.Write("train.tsv", train.ToString());
        _folder.Write("test.tsv", test.ToString());
    }

    public string Folder => _folder.Path;

    public void Dispose() => _folder.Dispose();
}
