using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace AdvRec.Notebooks.Html;

/// <summary>Ids that stand on a page once, and yet are the same in every run.</summary>
internal static class FreshId
{
    private static readonly ConcurrentDictionary<string, int> s_given = new();

    /// <param name="kind">What it names.</param>
    /// <param name="content">All that this shows.</param>
    public static string Of(string kind, string content)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)).AsSpan(0, 6));
        var count = s_given.AddOrUpdate(kind + hash, 1, (_, before) => before + 1);
        return string.Create(CultureInfo.InvariantCulture, $"advrec-{kind}-{hash}-{count}");
    }
}
