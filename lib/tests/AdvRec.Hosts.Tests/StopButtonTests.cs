using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.CSharp;
using Microsoft.DotNet.Interactive.Events;

namespace AdvRec.Hosts.Tests;

/// <summary>VS Code's stop button sends the engine a Cancel; the cell has to end, and the next one to have an answer.</summary>
public sealed class StopButtonTests
{
    public static TheoryData<string> LongCells =>
    [
        "new BprTrainer(data, MatrixFactorization.Create(data, 1), new BprOptions()).Train(1_000_000, _ => Console.WriteLine(\"begun\"));",
        "Console.WriteLine(\"begun\"); EpsilonSweep.Run(data, [0.5f], new HandsOnOptions { Epochs = 1_000_000 }, seeds: 2);",
        "DefenceStudy.Run(data, seeds: 100_000, onSeed: _ => Console.WriteLine(\"begun\"));",
    ];

    [Theory, MemberData(nameof(LongCells))]
    public async Task Ends_what_computes_and_leaves_the_session_usable(string cell)
    {
        using var kernel = new CompositeKernel { new CSharpKernel() };
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var events = kernel.KernelEvents.Subscribe(new Observer(begun));
        var library = typeof(AdvRec.Notebooks.Charts).Assembly.Location;
        await kernel.SendAsync(new SubmitCode($"#r \"{library}\"\n#r \"{typeof(Data.Datasets).Assembly.Location}\"\nusing AdvRec.Data; using AdvRec.Models; using AdvRec.Training; using AdvRec.Studies;\nvar data = Datasets.Load();"));

        var computing = kernel.SendAsync(new SubmitCode(cell));
        await Task.WhenAny(begun.Task, computing).WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        Assert.False(computing.IsCompleted, "The cell ended before it could be stopped.");
        await kernel.SendAsync(new Cancel()).WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        var next = await kernel.SendAsync(new SubmitCode("data.UserCount")).WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);

        Assert.Contains(next.Events, e => e is ReturnValueProduced { Value: 671 });
        Assert.DoesNotContain((await computing).Events, e => e is CommandSucceeded);
    }

    private sealed class Observer(TaskCompletionSource begun) : IObserver<KernelEvent>
    {
        public void OnNext(KernelEvent value)
        {
            if (value is StandardOutputValueProduced)
                begun.TrySetResult();
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }
    }
}
