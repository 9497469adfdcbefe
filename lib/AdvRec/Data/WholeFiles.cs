using System.Diagnostics;
using System.Text;

namespace AdvRec.Data;

/// <summary>Writes files that are either whole or not there: beside their place first, then moved.</summary>
internal static class WholeFiles
{
    private const string Prefix = ".writing-";
    private const int BufferSize = 64 * 1024;

    /// <summary>Writes a text, piece by piece.</summary>
    /// <exception cref="IOException">It cannot be written to its end, for one because the disk is full.</exception>
    public static void Write(string path, IEnumerable<ReadOnlyMemory<char>> text) => Write(path, stream =>
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), BufferSize, leaveOpen: true);
        foreach (var piece in text)
            writer.Write(piece.Span);
    });

    /// <inheritdoc cref="Write(string, IEnumerable{ReadOnlyMemory{char}})"/>
    public static void Write(string path, Action<Stream> write)
    {
        var full = Path.GetFullPath(path);
        WriteAll(Path.GetDirectoryName(full)!, new() { [Path.GetFileName(full)] = write });
    }

    /// <summary>Tries whether a file of this name could be written, and leaves nothing but the folder.</summary>
    /// <param name="folder">Made if missing.</param>
    /// <param name="name">Of the file, which is not touched.</param>
    /// <exception cref="IOException">It could not.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not.</exception>
    public static void Try(string folder, string name)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Beside(folder, name), "");
        File.Delete(Beside(folder, name));
    }

    /// <summary>A file of lines.</summary>
    /// <param name="lines">Its lines.</param>
    /// <param name="cancellation">Stops before anything is moved into place.</param>
    public static Action<Stream> Lines(IEnumerable<string> lines, CancellationToken cancellation) => stream =>
    {
        using var writer = new StreamWriter(stream, bufferSize: BufferSize, leaveOpen: true) { NewLine = "\n" };
        foreach (var line in lines)
        {
            cancellation.ThrowIfCancellationRequested();
            writer.WriteLine(line);
        }
    };

    /// <summary>Writes several files: none is moved into place before all are written.</summary>
    /// <param name="folder">Made if missing.</param>
    /// <param name="files">What writes a file, by its name; null for a file that must not be there.</param>
    /// <exception cref="IOException">One cannot be written to its end, for one because the disk is full.</exception>
    public static void WriteAll(string folder, Dictionary<string, Action<Stream>?> files)
    {
        var place = folder;
        try
        {
            Directory.CreateDirectory(folder);
            DeleteLeftovers(folder);
            foreach (var (name, write) in files)
            {
                place = Path.Combine(folder, name);
                using var stream = write is null ? null : new FileStream(Beside(folder, name), FileMode.Create, FileAccess.Write, FileShare.None, BufferSize);
                write?.Invoke(stream!);
            }

            foreach (var (name, write) in files)
            {
                place = Path.Combine(folder, name);
                if (write is null)
                    File.Delete(place);
                else
                    File.Move(Beside(folder, name), place, overwrite: true);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            var reason = exception.Message.Split(" : '")[0].TrimEnd('.');
            throw new IOException($"{place}: cannot be written ({reason}). Make room there, or choose another folder.", exception);
        }
        finally
        {
            foreach (var name in files.Keys.Where(name => File.Exists(Beside(folder, name))))
                File.Delete(Beside(folder, name));
        }
    }

    private static string Beside(string folder, string name) => Path.Combine(folder, $"{Prefix}{Environment.ProcessId}-{name}");

    /// <summary>Removes what a process that was killed left behind.</summary>
    private static void DeleteLeftovers(string folder)
    {
        foreach (var left in Directory.GetFiles(folder, Prefix + "*"))
        {
            if (int.TryParse(Path.GetFileName(left)[Prefix.Length..].Split('-')[0], out var process) && !IsAlive(process))
                File.Delete(left);
        }
    }

    private static bool IsAlive(int process)
    {
        try
        {
            using var found = Process.GetProcessById(process);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
