using System.Text;

namespace AdvRec.Runner.Execution;

/// <summary>A C# cell, its magic commands separated from its code.</summary>
internal sealed class CSharpCell
{
    private readonly List<CellStep> _steps = [];
    private readonly List<PackageReference> _packages = [];
    private readonly List<string> _sources = [];

    /// <param name="text">Text of the cell.</param>
    /// <param name="name">What errors call the cell.</param>
    /// <exception cref="CellFailedException">A magic command that nothing here knows.</exception>
    public CSharpCell(string text, string name)
    {
        var code = new StringBuilder();
        var hasCode = false;
        var line = 0;
        foreach (var content in text.Split('\n'))
        {
            line++;
            if (PackageReference.Parse(content) is { } package)
            {
                _packages.Add(package);
            }
            else if (PackageReference.ParseSource(content) is { } source)
            {
                _sources.Add(source);
            }
            else if (!content.StartsWith("#!", StringComparison.Ordinal))
            {
                code.Append(content);
                hasCode |= !string.IsNullOrWhiteSpace(content);
            }
            else
            {
                ReadMagicCommand(content, line);
            }

            code.Append('\n');
        }

        EndCode();
        // References come before any code of their cell.
        if (_packages.Count + _sources.Count > 0)
            _steps.Insert(0, new PackageStep(_packages, _sources));

        void ReadMagicCommand(string content, int line)
        {
            var words = content.Split(' ', 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            switch (words)
            {
                case ["#!time"]:
                    IsTimed = true;
                    break;
                case ["#!import", var path]:
                    EndCode();
                    _steps.Add(new ImportStep(path.Trim('"'), line));
                    break;
                default:
                    throw new CellFailedException("UnsupportedMagicCommand", $"{name}, line {line}: the magic command '{words[0]}' is not supported here. {Advice(words)}");
            }
        }

        void EndCode()
        {
            if (hasCode)
                _steps.Add(new CodeStep(code.ToString()));
            code.Clear().Append('\n', line - 1);
            hasCode = false;
        }
    }

    /// <summary>Whether the cell asks for its wall time.</summary>
    public bool IsTimed { get; private set; }

    public IReadOnlyList<CellStep> Steps => _steps;

    private static string Advice(string[] words) => words[0] == "#!import"
        ? "Write '#!import ./FILE'."
        : "Supported are '#!import FILE' and '#!time'; a line that starts a cell has nothing after the language's name.";
}
