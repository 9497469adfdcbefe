using System.Text.Json;

namespace AdvRec.Tests.Golden;

/// <summary>The golden vectors: those beside the tests, or those in the folder that ADVREC_GOLDEN names.</summary>
internal static class GoldenFiles
{
    private static string Folder => Environment.GetEnvironmentVariable("ADVREC_GOLDEN") is { Length: > 0 } folder
        ? folder
        : Path.Combine(AppContext.BaseDirectory, "Golden", "vectors");

    public static JsonElement Read(string file) => JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder, file))).RootElement;

    public static double[] Numbers(this JsonElement array) => [.. array.EnumerateArray().Select(Number)];

    public static int[] Integers(this JsonElement array) => [.. array.EnumerateArray().Select(number => number.GetInt32())];

    public static double[,] Matrix(this JsonElement rows)
    {
        var matrix = new double[rows.GetArrayLength(), rows[0].GetArrayLength()];
        for (var row = 0; row < matrix.GetLength(0); row++)
        {
            for (var k = 0; k < matrix.GetLength(1); k++)
                matrix[row, k] = Number(rows[row][k]);
        }

        return matrix;
    }

    /// <summary>null means NaN</summary>
    private static double Number(JsonElement number) => number.ValueKind == JsonValueKind.Null ? double.NaN : number.GetDouble();
}
