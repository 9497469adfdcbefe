namespace AdvRec.Cli.Checks;

/// <summary>Where editors and Jupyter keep what belongs to a user, on each system.</summary>
internal sealed class UserFolders
{
    private static readonly string[] s_editors = ["Code", "Code - Insiders", "VSCodium"];
    private static readonly string[] s_editorFolders = [".vscode", ".vscode-insiders", ".vscode-oss", ".vscode-server"];

    private readonly Func<string, string?> _variable;

    /// <param name="home">The user's home folder.</param>
    /// <param name="variable">Looks an environment variable up; null where it is not set.</param>
    public UserFolders(string home, Func<string, string?> variable)
    {
        Home = home;
        _variable = name => variable(name) is { Length: > 0 } value ? value : null;
    }

    public static UserFolders OfThisUser() =>
        new(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), Environment.GetEnvironmentVariable);

    public string Home { get; }

    /// <summary>Folders that hold a folder for each extension of VS Code, those that exist.</summary>
    public IEnumerable<string> Extensions => Existing(_variable("VSCODE_EXTENSIONS") is { } folder
        ? [folder]
        : [.. s_editorFolders.Select(name => At(name, "extensions")), At(".local", "share", "code-server", "extensions")]);

    /// <summary>Folders of what VS Code's extensions keep for themselves, one for each editor, those that exist.</summary>
    public IEnumerable<string> GlobalStorages => Existing(
    [
        .. SettingsFolders.SelectMany(folder => s_editors.Select(editor => Path.Combine(folder, editor, "User", "globalStorage"))),
        At(".vscode-server", "data", "User", "globalStorage"),
        At(".local", "share", "code-server", "User", "globalStorage"),
    ]);

    /// <summary>Folders that hold a folder for each kernel of Jupyter, those that exist.</summary>
    public IEnumerable<string> Kernels => Existing(JupyterFolders.Select(folder => Path.Combine(folder, "kernels")));

    /// <summary>A program's file in one of the folders of PATH; null if it is in none.</summary>
    public string? OnPath(string program) => (_variable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(folder => new[] { Path.Combine(folder, program), Path.Combine(folder, program + ".exe") })
        .FirstOrDefault(File.Exists);

    /// <summary>A path below the home folder.</summary>
    public string At(params string[] names) => Path.Combine([Home, .. names]);

    private IEnumerable<string> SettingsFolders =>
        [_variable("APPDATA") ?? At("AppData", "Roaming"), At("Library", "Application Support"), _variable("XDG_CONFIG_HOME") ?? At(".config")];

    private IEnumerable<string> JupyterFolders =>
    [
        .. (_variable("JUPYTER_PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries),
        .. _variable("JUPYTER_DATA_DIR") is { } data ? (string[])[data] : [],
        Path.Combine(_variable("APPDATA") ?? At("AppData", "Roaming"), "jupyter"),
        At("Library", "Jupyter"),
        Path.Combine(_variable("XDG_DATA_HOME") ?? At(".local", "share"), "jupyter"),
        .. _variable("PROGRAMDATA") is { } shared ? (string[])[Path.Combine(shared, "jupyter")] : [],
        "/usr/local/share/jupyter",
        "/usr/share/jupyter",
    ];

    private static IEnumerable<string> Existing(IEnumerable<string> folders) => folders.Where(Directory.Exists);
}
