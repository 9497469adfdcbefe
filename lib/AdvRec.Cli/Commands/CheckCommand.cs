using System.CommandLine;
using AdvRec.Cli.Checks;

namespace AdvRec.Cli.Commands;

/// <summary><c>advrec check</c>: is this laptop ready for the course?</summary>
internal sealed class CheckCommand : Command
{
    public CheckCommand()
        : base("check", "Is this laptop ready: SDK, build, data, editor or kernel, one cell? Says what to do where it is not.") => SetAction(RunAsync);

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var check = new CourseCheck(Repository.CheckoutOrNull());
        var built = check.Built();
        // The slow part first: it runs while the rest is looked at.
        var cell = check.CellAsync(built.State == CheckState.Ready, cancellation);
        CheckResult[] others = [await check.SdkAsync(cancellation), built, check.Data(), .. EditorCheck.Run(UserFolders.OfThisUser())];
        foreach (var result in others)
            Console.WriteLine(result);
        var ran = await cell;
        Console.WriteLine(ran);
        var missing = others.Append(ran).Count(result => result.State == CheckState.Missing);
        Console.WriteLine(missing == 0 ? "Ready." : $"Not ready: {missing} to see to.");
        return missing == 0 ? ExitCodes.Success : ExitCodes.Failed;
    }
}
