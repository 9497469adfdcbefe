namespace AdvRec.Tests;

internal static class MissingData
{
    /// <summary>Ends a test whose data is not here: skipped with the reason, and in CI, where it has to be, failed.</summary>
    public static void SkipOrFail(string reason)
    {
        Assert.False(Environment.GetEnvironmentVariable("CI") == "true", reason);
        Assert.Skip(reason);
    }
}
