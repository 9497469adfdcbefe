using AdvRec.Runner.Output;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.CSharp;
using Microsoft.DotNet.Interactive.Events;
using Microsoft.DotNet.Interactive.PackageManagement;

namespace AdvRec.Runner.Engine;

/// <summary>The kernels that run a notebook's cells, composed as the hosts of .NET Interactive compose theirs.</summary>
internal sealed class NotebookKernel
{
    public NotebookKernel()
    {
        CSharp.UseKernelHelpers().UseWho().UseValueSharing().UseImportMagicCommand();
        CSharp.UseNugetDirective((kernel, packages) =>
        {
            kernel.AddAssemblyReferences(packages.SelectMany(package => package.AssemblyPaths));
            return Task.CompletedTask;
        });
        Root.Add(CSharp, ["c#", "C#", "cs"]);
        Root.Add(new HtmlKernel());
        Root.Add(new KeyValueStoreKernel().UseWho());
        Root.DefaultKernelName = CSharp.Name;
        PlotlyCharts.Use();
    }

    public CompositeKernel Root { get; } = new();

    public CSharpKernel CSharp { get; } = new();

    /// <summary>Whether a cell in this language can be run here.</summary>
    public bool Knows(string language) => Root.FindKernelByName(language) is { } kernel && kernel != Root;

    /// <summary>Answers what notebooks ask their reader for: there is nobody to wait for.</summary>
    public void UseInputs(IReadOnlyDictionary<string, string> inputs) =>
        Root.RegisterCommandHandler<RequestInput>((request, context) =>
        {
            var name = string.IsNullOrEmpty(request.SaveAs) ? request.Prompt : request.SaveAs;
            if (inputs.TryGetValue(name, out var value))
                context.Publish(new InputProduced(value, request));
            else
                context.Fail(request, message: $"The notebook asks for '{name}'. Give it with '--input {name}=VALUE'.");
            return Task.CompletedTask;
        });
}
