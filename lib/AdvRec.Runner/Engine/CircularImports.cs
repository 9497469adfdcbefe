using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;

namespace AdvRec.Runner.Engine;

/// <summary>Files that import themselves, which the engine would follow for ever.</summary>
internal static class CircularImports
{
    public static async Task Stop(KernelCommand command, KernelInvocationContext context, KernelPipelineContinuation next)
    {
        if (command is ImportDocument import && Importers(import).Contains(Path.GetFullPath(import.FilePath)))
            context.Fail(command, message: $"{import.FilePath} imports itself.");
        else
            await next(command, context);
    }

    private static IEnumerable<string> Importers(KernelCommand command)
    {
        for (var parent = command.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is ImportDocument import)
                yield return Path.GetFullPath(import.FilePath);
        }
    }
}
