using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using AdvRec.Models;
using AdvRec.Numerics;
using AdvRec.Objective;

namespace AdvRec.Training;

/// <summary>
/// Adagrad (Duchi, Hazan and Singer 2011, equation 1) with Keras' constants: a ← a + g², w ← w − η·g/(√a + 10⁻⁷), element by element.
/// A row without gradient does not move, so only the rows of the batch are visited.
/// </summary>
internal sealed class Adagrad
{
    // Rows to fetch in advance.
    private const int Ahead = 6;

    private readonly MatrixFactorization _model;
    private readonly float _learningRate;

    public Adagrad(MatrixFactorization model, float learningRate, float initialAccumulator)
    {
        _model = model;
        _learningRate = learningRate;
        UserAccumulators = new(model.UserCount, model.Factors);
        ItemAccumulators = new(model.ItemCount, model.Factors);
        UserAccumulators.Values.Fill(initialAccumulator);
        ItemAccumulators.Values.Fill(initialAccumulator);
    }

    public FactorMatrix UserAccumulators { get; }

    public FactorMatrix ItemAccumulators { get; }

    /// <summary>Moves the model along the gradient and clears it.</summary>
    public void Step(BatchGradient gradient)
    {
        Step(_model.UserFactors.Span, UserAccumulators.Span, gradient.Users.Rows, gradient.Users.Gradients.Span, _learningRate);
        Step(_model.ItemFactors.Span, ItemAccumulators.Span, gradient.Items.Rows, gradient.Items.Gradients.Span, _learningRate);
    }

    /// <summary>For some rows of w and a; row s of g belongs to rows[s].</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Step(RowSpan w, RowSpan a, ReadOnlySpan<int> rows, RowSpan g, float learningRate)
    {
        for (var slot = 0; slot < rows.Length; slot++)
        {
            if (slot + Ahead < rows.Length)
            {
                w.Prefetch(rows[slot + Ahead]);
                a.Prefetch(rows[slot + Ahead]);
            }

            ref var weights = ref w[rows[slot]];
            ref var accumulators = ref a[rows[slot]];
            ref var gradients = ref g[slot];
            for (nuint k = 0; k < (nuint)w.Stride; k += Lanes.Count)
            {
                var gradient = Vector512.LoadUnsafe(ref gradients, k);
                var accumulator = Vector512.LoadUnsafe(ref accumulators, k) + gradient * gradient;
                var step = learningRate * gradient / (Vector512.Sqrt(accumulator) + Vector512.Create(1e-7f));
                accumulator.StoreUnsafe(ref accumulators, k);
                (Vector512.LoadUnsafe(ref weights, k) - step).StoreUnsafe(ref weights, k);
                Vector512<float>.Zero.StoreUnsafe(ref gradients, k);
            }
        }
    }
}
