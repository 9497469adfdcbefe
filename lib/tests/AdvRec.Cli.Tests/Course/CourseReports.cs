using AdvRec.Cli.Tests.Course;
using AdvRec.Data;

[assembly: AssemblyFixture(typeof(CourseReports))]

namespace AdvRec.Cli.Tests.Course;

/// <summary>The course and its solutions as a reader gets them, run by the real command line: once per data set, for all tests that look at it.</summary>
public sealed class CourseReports : IAsyncDisposable
{
    private readonly Dictionary<string, Lazy<Task<CourseReport>>> _reports = new()
    {
        [Datasets.Shipped] = new(() => CourseReport.MakeAsync(Datasets.Shipped)),
        ["movielens-500"] = new(() => CourseReport.MakeAsync("movielens-500")),
    };

    /// <summary>The data sets that the course is tried on; of those that may not be redistributed, tests say so where they are missing.</summary>
    public static IReadOnlyList<string> Names => [Datasets.Shipped, "movielens-500"];

    internal async Task<CourseReport> OnAsync(string dataset)
    {
        if (!Datasets.IsAvailable(dataset))
        {
            Assert.SkipWhen(Environment.GetEnvironmentVariable("CI") != "true", $"{dataset} is not here: it may not be redistributed. Put its folder into data/, or name the folder above it in ADVREC_DATA.");
            Assert.Fail($"CI needs {dataset} for this test.");
        }

        return await _reports[dataset].Value;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var report in _reports.Values.Where(report => report.IsValueCreated))
            (await report.Value).Dispose();
    }
}
