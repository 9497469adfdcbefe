namespace AdvRec.Benchmarks.Measuring;

/// <summary>
/// What a workload asks of the machine: rows of 64 numbers read or written beyond the first-level cache, and operations per number,
/// over memory of a certain size. Whichever of the two takes longer bounds the time from below.
/// </summary>
/// <param name="Rows">Rows moved.</param>
/// <param name="Operations">Operations on whole rows.</param>
/// <param name="Footprint">Bytes of the matrices that are in use.</param>
internal readonly record struct Cost(double Rows, double Operations, long Footprint)
{
    public const int Factors = 64;
    public const int RowBytes = Factors * sizeof(float);

    /// <summary>The least time that one thread's bandwidth and arithmetic allow; several threads are taken to share it evenly.</summary>
    public double Seconds(MachineLimits machine, int threads) =>
        Math.Max(Rows * RowBytes / machine.BytesPerSecond(Footprint), Operations * Factors / machine.OperationsPerSecond) / threads;

    /// <summary>Scores read 3 rows; the gradient reads 3 factors, reads and writes 3 gradients; Adagrad reads and writes 3 matrices at every row touched.</summary>
    public static Cost BprEpoch(Shape shape) => new(
        shape.Pairs * (3 + 9 + 6 * shape.RowsPerTriple), shape.Pairs * (3 + 6 + 7 * shape.RowsPerTriple), 4 * shape.ModelBytes);

    /// <summary>Two item rows for the scores, which then are in the first-level cache for the user's gradient; two user rows for the items' gradients.</summary>
    public static Cost Attack(Shape shape) => new(4 * shape.Pairs, 10 * shape.Pairs, 2 * shape.ModelBytes);

    /// <summary>An attack per batch, and twice the batch's gradient.</summary>
    public static Cost HandsOnEpoch(Shape shape) => new(
        shape.Batches * Attack(shape).Rows + 2 * BprEpoch(shape).Rows, shape.Batches * Attack(shape).Operations + 2 * BprEpoch(shape).Operations, 2 * shape.ModelBytes);

    /// <summary>The gradient a second time; perturbation and perturbed factors of every row touched.</summary>
    public static Cost AprEpoch(Shape shape) => new(
        BprEpoch(shape).Rows + shape.Pairs * (12 + 6 * shape.RowsPerTriple), BprEpoch(shape).Operations + shape.Pairs * (9 + 4 * shape.RowsPerTriple), 6 * shape.ModelBytes);

    /// <summary>Every item's row serves four users.</summary>
    public static Cost Evaluation(Shape shape) => new((double)shape.Users * shape.Items / 4, 2.0 * shape.Users * shape.Items, shape.ModelBytes);
}
