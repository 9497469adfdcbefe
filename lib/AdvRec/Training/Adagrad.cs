using AdvRec.Models;
using AdvRec.Numerics;

namespace AdvRec.Training;

/// <summary>
/// Adagrad (Duchi, Hazan and Singer 2011, equation 1) with Keras' constants: a ← a + g², w ← w − η·g/(√a + 10⁻⁷), element by element.
/// A row without gradient does not move, so only the rows of the batch are visited.
/// </summary>
internal sealed class Adagrad
{
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
        Kernels.Adagrad(_model.UserFactors, UserAccumulators, gradient.Users.Rows, gradient.Users.Gradients, _learningRate);
        Kernels.Adagrad(_model.ItemFactors, ItemAccumulators, gradient.Items.Rows, gradient.Items.Gradients, _learningRate);
    }
}
