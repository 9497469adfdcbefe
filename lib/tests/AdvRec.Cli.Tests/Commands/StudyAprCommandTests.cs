using System.Text.Json;

namespace AdvRec.Cli.Tests.Commands;

public sealed class StudyAprCommandTests(TinyDataset data) : IClassFixture<TinyDataset>
{
    private static readonly string[] s_short = ["--seeds", "2", "--plain-epochs", "2", "--more-epochs", "2"];

    [Fact]
    public async Task Json_has_every_model_with_intervals_and_every_verdict_corrected()
    {
        var result = await CommandProcess.RunAsync(data.Folder, ["study", "apr", "--dataset", data.Folder, .. s_short, "--json"]);

        Assert.Equal(0, result.ExitCode);
        Assert.Equal("1 of 2 seeds done\n2 of 2 seeds done\n", result.Error);
        var json = JsonDocument.Parse(Assert.Single(result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries))).RootElement;
        Assert.Equal(["dataset", "options", "models", "findings"], json.EnumerateObject().Select(property => property.Name));
        Assert.Equal((2, 2, 2), (Option(json, "Seeds"), Option(json, "PlainEpochs"), Option(json, "MoreEpochs")));

        var models = json.GetProperty("models").EnumerateArray().ToList();
        Assert.Equal(["Plain", "L2", "NoBudget", "RandomDirection", "Apr"], models.Select(model => model.GetProperty("model").GetString()));
        Assert.All(models, model =>
        {
            Assert.Equal(2, model.GetProperty("l2").GetArrayLength());
            Assert.All(model.GetProperty("chosen").EnumerateObject(), column => AssertInterval(column.Value));
            Assert.All(model.GetProperty("ndcgDrop").EnumerateArray(), at => AssertInterval(at.GetProperty("value")));
        });

        var findings = json.GetProperty("findings").EnumerateArray().ToList();
        Assert.Equal(36, findings.Count);
        Assert.All(findings, finding =>
        {
            Assert.InRange(finding.GetProperty("correctedP").GetDouble(), 0, 1);
            Assert.Contains(finding.GetProperty("verdict").GetString(), (string[])["yes", "within noise", "the opposite"]);
        });
    }

    [Fact]
    public async Task Without_json_it_answers_in_sentences()
    {
        var result = await CommandProcess.RunAsync(data.Folder, ["study", "apr", "--dataset", data.Folder, .. s_short]);

        Assert.Equal(0, result.ExitCode);
        foreach (var control in (string[])["plain", "L2", "ε = 0", "a random direction"])
        {
            Assert.Matches($"(?m)^More accurate than {control}\\? HR@100 .*, nDCG@100 .*, AUC .*$", result.Output);
            Assert.Matches($"(?m)^More robust than {control} with rows as long\\? HR@100 .*, nDCG@100 .*, AUC .*$", result.Output);
        }

        Assert.Contains("K = 100 is at or above the number of candidates", result.Output, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"[-−]0\.0+\b(?!\d)|p = 0\.000", result.Output);
    }

    [Theory]
    [InlineData("at least 2", "--seeds", "1")]
    [InlineData("at least 1", "--plain-epochs", "0")]
    [InlineData("at least 0", "--epsilon", "-1")]
    public async Task Senseless_options_are_errors_in_one_line(string message, params string[] arguments)
    {
        var result = await CommandProcess.RunAsync(data.Folder, ["study", "apr", "--dataset", data.Folder, .. arguments]);

        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Contains(message, Assert.Single(result.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ctrl_C_ends_it_in_the_middle_of_training()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signal to send to another console.");
        using var process = CommandProcess.StartInterruptible(data.Folder, "study", "apr", "--dataset", data.Folder, "--seeds", "100000", "--plain-epochs", "2", "--more-epochs", "2");
        // The first seed is done: it is at work.
        Assert.Equal("1 of 100000 seeds done", await process.StandardError.ReadLineAsync(TestContext.Current.CancellationToken));

        await CommandProcess.InterruptAsync(process);
        var result = await CommandProcess.EndAsync(process);

        Assert.Equal((130, ""), (result.ExitCode, result.Output));
        Assert.EndsWith("advrec: Interrupted; nothing half-written is left.\n", result.Error, StringComparison.Ordinal);
    }

    private static int Option(JsonElement json, string name) => json.GetProperty("options").GetProperty(name).GetInt32();

    private static void AssertInterval(JsonElement interval)
    {
        var ends = interval.EnumerateArray().Select(end => end.GetDouble()).ToList();
        Assert.Equal(3, ends.Count);
        Assert.True(ends[0] <= ends[1] && ends[1] <= ends[2], interval.ToString());
    }
}
