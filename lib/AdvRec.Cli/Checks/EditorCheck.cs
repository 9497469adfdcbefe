using System.Text.Json;

namespace AdvRec.Cli.Checks;

/// <summary>Can this laptop open notebooks: an extension of VS Code, or Jupyter's .NET kernel?</summary>
internal static class EditorCheck
{
    private const string Polyglot = "ms-dotnettools.dotnet-interactive-vscode";
    private const string Verso = "datafication.verso-notebook";
    private const string Jupyter = "ms-toolsai.jupyter";
    private const string KernelInstall = "dotnet tool install -g Microsoft.dotnet-interactive --version 1.0.712001, then: dotnet interactive jupyter install";

    /// <summary>Looks for extensions, for the kernel, and for what is known to break Polyglot's next start.</summary>
    public static IEnumerable<CheckResult> Run(UserFolders folders)
    {
        var extensions = folders.Extensions.SelectMany(Installed).ToList();
        // Polyglot brings the Jupyter extension along, and an engine of its own.
        var kernel = Kernel(folders, needed: extensions is [Jupyter]);
        yield return Extension(extensions, kernel);
        yield return kernel;
        yield return Manifest(folders, extensions.Contains(Polyglot));
    }

    private static CheckResult Extension(List<string> extensions, CheckResult kernel)
    {
        if (extensions.Contains(Polyglot) || extensions.Contains(Verso))
            return CheckResult.Ready("editor", $"VS Code with {string.Join(", ", extensions)}");
        if (extensions.Contains(Jupyter))
            return CheckResult.Ready("editor", $"VS Code with {Jupyter}, which opens the .ipynb of `report`, with the kernel of the next line");
        return kernel.State == CheckState.Ready
            ? CheckResult.NotNeeded("editor", "no notebook extension in VS Code; Jupyter opens the .ipynb of `report`")
            : CheckResult.Missing("editor", "no notebook extension in VS Code",
                $"code --install-extension {Jupyter} and the kernel below, or code --install-extension {Polyglot}; without either: read the pages that `report` writes");
    }

    private static CheckResult Kernel(UserFolders folders, bool needed)
    {
        var file = folders.Kernels.Select(folder => Path.Combine(folder, ".net-csharp", "kernel.json")).FirstOrDefault(File.Exists);
        if (file is null)
            return new(needed ? CheckState.Missing : CheckState.NotNeeded, "kernel", "no kernel .NET (C#) for Jupyter and VS Code's Jupyter extension", KernelInstall);
        if (Command(file) is not { Length: > 0 } command)
            return CheckResult.Missing("kernel", $"{file} names no command", KernelInstall);
        // `dotnet interactive` is dotnet-interactive, found on the PATH.
        var tool = command is ["dotnet", "interactive", ..] ? "dotnet-interactive" : command[0];
        if (File.Exists(tool) || folders.OnPath(tool) is not null)
            return CheckResult.Ready("kernel", file);
        return folders.At(".dotnet", "tools") is var tools && (File.Exists(Path.Combine(tools, tool)) || File.Exists(Path.Combine(tools, tool + ".exe")))
            ? CheckResult.Missing("kernel", $"{file} starts {tool}, which is not on the PATH", $"add {tools} to the PATH of what starts Jupyter or VS Code")
            : CheckResult.Missing("kernel", $"{file} starts {tool}, which is not installed", KernelInstall);
    }

    private static CheckResult Manifest(UserFolders folders, bool installed)
    {
        const string name = "Polyglot", file = "dotnet-tools.json";
        if (!installed)
            return CheckResult.NotNeeded(name, "not installed, so its tool manifest does not matter");
        foreach (var storage in folders.GlobalStorages.Select(folder => Path.Combine(folder, Polyglot)).Where(Directory.Exists))
        {
            var (expected, beside) = (Path.Combine(storage, ".config", file), Path.Combine(storage, file));
            if (File.Exists(beside) && !File.Exists(expected))
                return CheckResult.Missing(name, $"its tool manifest lies beside the folder where it looks, so its next start fails: {beside}", $"make the folder {Path.GetDirectoryName(expected)} and move the file into it");
            if (File.Exists(expected))
                return CheckResult.Ready(name, $"its tool manifest is where it looks: {expected}");
        }

        return CheckResult.NotNeeded(name, "not started yet; its first start needs the network", "open a notebook once, before the day, and run this check again");
    }

    private static IEnumerable<string> Installed(string folder)
    {
        // VS Code removes what was uninstalled at its next start; until then this file lists it.
        var obsolete = Path.Combine(folder, ".obsolete");
        var gone = File.Exists(obsolete) && Json(obsolete) is { ValueKind: JsonValueKind.Object } list ? list.EnumerateObject().Select(property => property.Name).ToList() : [];
        var names = Directory.GetDirectories(folder).Select(path => Path.GetFileName(path)).Where(name => !gone.Contains(name, StringComparer.OrdinalIgnoreCase)).ToList();
        return new[] { Jupyter, Polyglot, Verso }.Where(id => names.Exists(name => name.StartsWith(id + "-", StringComparison.OrdinalIgnoreCase) && name.Length > id.Length + 1 && char.IsAsciiDigit(name[id.Length + 1])));
    }

    private static string[]? Command(string kernel) =>
        Json(kernel) is { ValueKind: JsonValueKind.Object } specification && specification.TryGetProperty("argv", out var arguments) && arguments.ValueKind == JsonValueKind.Array
            ? [.. arguments.EnumerateArray().Select(argument => argument.ToString())]
            : null;

    private static JsonElement? Json(string file)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(file));
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
