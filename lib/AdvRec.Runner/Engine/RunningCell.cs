using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.CSharp;

namespace AdvRec.Runner.Engine;

/// <summary>Follows the commands that a cell consists of: files that it imports, pieces of code between its magic commands.</summary>
internal sealed class RunningCell
{
    /// <summary>Imports the course's library; written by the build.</summary>
    public const string CourseLibrary = "lib.dib";

    /// <summary>What writes <see cref="CourseLibrary"/>.</summary>
    public const string Build = "run 'dotnet build lib/AdvRec.Notebooks -c Release' in the course's folder.";

    private readonly CSharpKernel _kernel;
    private readonly string _folder;
    private readonly Stack<string> _imports = new();

    /// <param name="kernel">Runs the code.</param>
    /// <param name="folder">The notebook's.</param>
    public RunningCell(CSharpKernel kernel, string folder)
    {
        (_kernel, _folder) = (kernel, folder);
        CompilerOptions.ReadMetadataAlone(kernel, folder);
        kernel.AddMiddleware(FollowAsync);
    }

    /// <summary>What errors call the cell.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Its code.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Where the code stands that was last sent to the compiler, if that is in an imported file.</summary>
    public CodePlace? ImportedPlace { get; private set; }

    public void Begin(string name, string text) => (Name, Text, ImportedPlace) = (name, text, null);

    private async Task FollowAsync(KernelCommand command, KernelInvocationContext context, KernelPipelineContinuation next)
    {
        if (command is ImportDocument import)
        {
            await ImportAsync(Path.GetFullPath(import.FilePath), import, context, next);
            return;
        }

        if (command is SubmitCode submission)
        {
            ImportedPlace = _imports.TryPeek(out var file) ? CodePlace.Of(Path.GetFileName(file), await File.ReadAllTextAsync(file), submission.Code) : null;
            var place = ImportedPlace ?? CodePlace.Of(Name, Text, submission.Code);
            CompilerOptions.NameLines(_kernel, Path.Combine(_folder, place.FileName));
        }

        await next(command, context);
    }

    private async Task ImportAsync(string file, ImportDocument command, KernelInvocationContext context, KernelPipelineContinuation next)
    {
        if (!File.Exists(file))
        {
            context.Fail(command, message: MissingFile(file));
        }
        else if (Path.GetExtension(file) is not (".dib" or ".ipynb" or ".cs" or ".csx"))
        {
            context.Fail(command, message: $"{file}: only .dib, .ipynb, .cs and .csx files can be imported.");
        }
        else if (_imports.Contains(file))
        {
            // The engine would follow it for ever.
            context.Fail(command, message: $"{Path.GetFileName(file)} imports itself.");
        }
        else
        {
            _imports.Push(file);
            try
            {
                await next(command, context);
            }
            finally
            {
                _imports.Pop();
            }
        }
    }

    private static string MissingFile(string file) => Path.GetFileName(file) == CourseLibrary
        ? $"there is no file {file}. The build writes it: {Build}"
        : $"there is no file {file}. Paths are relative to the folder of the notebook.";
}
