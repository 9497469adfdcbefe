using System.Diagnostics;
using System.Text.Json;

namespace AdvRec.Cli.Tests.Commands;

public sealed class HandsOnCommandTests(TinyDataset data) : IClassFixture<TinyDataset>
{
    [Fact]
    public async Task Json_has_one_object_per_seed_with_every_promised_field()
    {
        var result = await CommandProcess.RunAsync(data.Folder, "handson", "--dataset", data.Folder, "--seed", "7", "--seeds", "2", "--recipe", "apr", "--topk", "5", "--epsilon", "0.25", "--threads", "2", "--json");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        var lines = result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, lines.Length);
        for (var run = 0; run < 2; run++)
        {
            var json = JsonDocument.Parse(lines[run]).RootElement;
            Assert.Equal(
                ["dataset", "users", "items", "trainingPairs", "seed", "recipe", "epsilon", "topK", "threads", "trained", "attacked", "defended", "defendedAttacked", "seconds", "parametersSha256"],
                json.EnumerateObject().Select(property => property.Name));
            Assert.Equal((7 + run, "apr", 0.25, 5, 2), (json.GetProperty("seed").GetInt32(), json.GetProperty("recipe").GetString(), json.GetProperty("epsilon").GetDouble(), json.GetProperty("topK").GetInt32(), json.GetProperty("threads").GetInt32()));
            Assert.Equal(["train", "attack", "adversarialTrain", "evaluate"], json.GetProperty("seconds").EnumerateObject().Select(property => property.Name));
            foreach (var stage in (string[])["trained", "attacked", "defended", "defendedAttacked"])
                Assert.All(json.GetProperty(stage).EnumerateObject(), metric => Assert.InRange(metric.Value.GetDouble(), 0, 1));
            Assert.Matches("^[0-9a-f]{64}$", json.GetProperty("parametersSha256").GetString());
        }
    }

    [Fact]
    public async Task Without_json_epochs_and_a_table_are_printed()
    {
        var result = await CommandProcess.RunAsync(data.Folder, "handson", "--dataset", data.Folder, "--seeds", "2", "--recipe", "plain");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("epoch 6: loss", result.Output, StringComparison.Ordinal);
        Assert.Contains("defended, attacked", result.Output, StringComparison.Ordinal);
        Assert.Contains("2 seeds: means and their 95 % intervals", result.Output, StringComparison.Ordinal);
        Assert.Matches(@"(?m)│ trained +(│ [01]\.\d{4} +){3}│\r?$\n│ +(│ \[-?\d\.\d{4}, \d\.\d{4}\] +){3}│", result.Output);
        Assert.Contains("K = 100 is at or above the number of candidates of 60 of 60 users", result.Output.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Data_that_do_not_fill_a_batch_of_the_originals_recipe_are_an_error_in_one_line_and_other_recipes_take_them()
    {
        using var folder = new TemporaryFolder();
        folder.Write("train.tsv", "0\t0\t5\t1\n1\t1\t5\t1\n");
        folder.Write("test.tsv", "0\t1\t5\t1\n1\t0\t5\t1\n");

        var refused = await CommandProcess.RunAsync(folder.Path, "handson", "--dataset", folder.Path);
        var trained = await CommandProcess.RunAsync(folder.Path, "handson", "--dataset", folder.Path, "--recipe", "corrected");

        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("2 training pairs do not fill one mini-batch of 512", Assert.Single(refused.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.Equal((0, ""), (trained.ExitCode, trained.Error));
    }

    [Theory]
    [InlineData("--epsilon -1: Epsilon must be a number of at least 0.", "--epsilon", "-1")]
    [InlineData("--epsilon NaN: Epsilon must be a number of at least 0.", "--epsilon", "NaN")]
    [InlineData("--weight -2: Weight must be", "--weight", "-2")]
    [InlineData("--topk 0: TopK must be a whole number of at least 1.", "--topk", "0")]
    [InlineData("--epochs -1: Epochs must be", "--epochs", "-1")]
    [InlineData("--adversarial-epochs -1: AdversarialEpochs must be", "--adversarial-epochs", "-1")]
    [InlineData("--threads -1: Threads must be", "--threads", "-1")]
    [InlineData("--seeds must be a whole number of at least 1", "--seeds", "0")]
    [InlineData("'best'", "--recipe", "best")]
    [InlineData("--epochs ten: a whole number up to", "--epochs", "ten")]
    [InlineData("--epochs 9999999999: a whole number up to", "--epochs", "9999999999")]
    [InlineData("--seed -1: a whole number from 0", "--seed", "-1")]
    [InlineData("--epsilon 0,5: a number such as 0.5", "--epsilon", "0,5")]
    [InlineData("--dataset is empty", "--dataset", "")]
    [InlineData("no data set ' '", "--dataset", " ")]
    [InlineData("no data set 'nowhere'", "--dataset", "nowhere")]
    public async Task Wrong_usage_is_one_line_with_the_option_and_exit_code_2(string expected, params string[] arguments)
    {
        var result = await CommandProcess.RunAsync(data.Folder, ["handson", .. arguments]);

        AssertOneLine(expected, result);
    }

    [Fact]
    public async Task A_decimal_point_is_one_in_every_country()
    {
        var result = await CommandProcess.RunAsync(data.Folder, ("LC_ALL", "de_DE.UTF-8"), "handson", "--dataset", data.Folder, "--epsilon", "0.25", "--json");

        Assert.Contains("\"epsilon\":0.25,", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("train.tsv")]
    [InlineData("items.tsv")]
    public async Task A_pipe_in_a_data_set_is_not_waited_for(string name)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no pipes with a name in a folder.");
        using var folder = new TemporaryFolder();
        folder.Write("train.tsv", "0\t0\t5\t1\n");
        folder.Write("test.tsv", "0\t1\t5\t2\n");
        File.Delete(folder.At(name));
        using (var make = Process.Start("mkfifo", [folder.At(name)]))
            await make.WaitForExitAsync(TestContext.Current.CancellationToken);

        AssertOneLine($"{name}:1: the file is empty, or a pipe or device", await CommandProcess.RunAsync(folder.Path, "handson", "--dataset", folder.Path));
    }

    [Theory]
    [InlineData("train.tsv:2: 3 columns instead of 4", "0\t0\t5\t1\n0\t1\t5\n1\t1\t3\t1\n", "0\t2\t5\t1\n1\t0\t5\t1\n")]
    [InlineData("train.tsv:2: item '-1' is not a whole number", "0\t0\t5\t1\n0\t-1\t5\t1\n1\t1\t3\t1\n", "0\t2\t5\t1\n1\t0\t5\t1\n")]
    [InlineData("train.tsv:3: item 9 comes after a gap", "0\t0\t5\t1\n0\t1\t5\t1\n1\t9\t3\t1\n", "0\t2\t5\t1\n1\t0\t5\t1\n")]
    [InlineData("train.tsv:3: user 0 has item 0 twice", "0\t0\t5\t1\n1\t1\t5\t1\n0\t0\t3\t2\n", "0\t2\t5\t1\n1\t0\t5\t1\n")]
    [InlineData("test.tsv:2: user 1 has no training rows", "0\t0\t5\t1\n0\t1\t5\t1\n", "0\t2\t5\t1\n1\t0\t5\t1\n")]
    [InlineData("train.tsv:1: the file is empty", "", "0\t2\t5\t1\n1\t0\t5\t1\n")]
    public async Task A_bad_data_set_is_one_line_with_file_line_and_reason_and_exit_code_2(string expected, string train, string test)
    {
        using var folder = new TemporaryFolder();
        folder.Write("train.tsv", train);
        folder.Write("test.tsv", test);

        AssertOneLine(expected, await CommandProcess.RunAsync(folder.Path, "handson", "--dataset", folder.Path));
    }

    [Fact]
    public async Task Bytes_that_are_not_utf8_are_one_line_with_file_and_line_and_exit_code_2()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder.At("train.tsv"), [.. "0\t0\t5\t1\n0\t"u8, 0xFF, 0xFE]);
        folder.Write("test.tsv", "0\t2\t5\t1\n");

        AssertOneLine("train.tsv:2: the bytes are not UTF-8", await CommandProcess.RunAsync(folder.Path, "handson", "--dataset", folder.Path));
    }

    private static void AssertOneLine(string expected, CommandProcess.Result result)
    {
        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Contains(expected, Assert.Single(result.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }
}
