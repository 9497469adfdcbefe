namespace AdvRec.Data;

/// <summary>User and item ids of a file or list, in its order, and where each row stands, so that a check can name the line.</summary>
/// <param name="Source">File path, or what a list is called.</param>
/// <param name="Users">User ids.</param>
/// <param name="Items">Item ids.</param>
/// <param name="Lines">Line numbers from 1 where they differ from the row's place (a file with empty lines); else null.</param>
internal sealed record InteractionColumns(string Source, int[] Users, int[] Items, int[]? Lines = null)
{
    public int Count => Users.Length;

    public string At(int row) => $"{Source}:{(Lines is null ? row + 1 : Lines[row])}";
}
