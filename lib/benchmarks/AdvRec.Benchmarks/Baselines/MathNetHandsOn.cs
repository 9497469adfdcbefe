using AdvRec.Data;
using AdvRec.Models;
using AdvRec.Objective;
using MathNet.Numerics.LinearAlgebra;

namespace AdvRec.Benchmarks.Baselines;

/// <summary>
/// The original hands-on (TensorFlow 2), carried over line by line to MathNet.Numerics as one would write it at first: whole matrices everywhere,
/// gradients and Adagrad over all rows for every mini-batch, the perturbation added to all rows before each lookup. What TensorFlow differentiates is written out.
/// </summary>
internal sealed class MathNetHandsOn(LeaveOneOutDataset data, MatrixFactorization model) : IBaseline
{
    private const float LearningRate = 0.05f, Epsilon = 0.5f;
    private static readonly MatrixBuilder<float> Build = Matrix<float>.Build;
    private readonly Matrix<float> _accumulatorP = Build.Dense(model.UserCount, model.Factors, 0.1f);
    private readonly Matrix<float> _accumulatorQ = Build.Dense(model.ItemCount, model.Factors, 0.1f);
    private readonly Vector<float> _h = Vector<float>.Build.Dense(model.Factors, 1f);
    private Matrix<float> _p = model.UserFactors.ToMatrix(), _q = model.ItemFactors.ToMatrix();
    private Matrix<float> _deltaP = Build.Dense(model.UserCount, model.Factors), _deltaQ = Build.Dense(model.ItemCount, model.Factors);

    public string Name => "MathNet port of the original";

    // _train_step
    public void Step(ReadOnlySpan<Triple> batch)
    {
        var (gradientP, gradientQ) = Gradient(batch);
        ApplyGradients(gradientP, gradientQ);
    }

    // execute_adversarial_attack
    public void Attack(ReadOnlySpan<Triple> triples)
    {
        _deltaP.Clear();
        _deltaQ.Clear();
        var (gradientP, gradientQ) = Gradient(triples);
        _deltaP = NormalizeRows(gradientP) * Epsilon;
        _deltaQ = NormalizeRows(gradientQ) * Epsilon;
    }

    // _adversarial_train_step
    public void AdversarialStep(ReadOnlySpan<Triple> batch, ReadOnlySpan<Triple> attack)
    {
        var (gradientP, gradientQ) = Gradient(batch);
        Attack(attack);
        var (adversarialP, adversarialQ) = Gradient(batch);
        ApplyGradients(gradientP + adversarialP, gradientQ + adversarialQ);
    }

    public int[] Positions()
    {
        var items = _q + _deltaQ;
        var users = _p + _deltaP;
        var positions = new int[data.UserCount];
        for (var user = 0; user < data.UserCount; user++)
        {
            var scores = items * users.Row(user);
            var held = scores[data.TestItem(user)];
            for (var item = 0; item < data.ItemCount; item++)
            {
                if (item != data.TestItem(user) && data.TrainingItems(user).BinarySearch(item) < 0 && scores[item] >= held)
                    positions[user]++;
            }
        }

        return positions;
    }

    public float UserFactor(int user, int factor) => _p[user, factor];

    public float ItemFactor(int item, int factor) => _q[item, factor];

    // get_inference
    private (Vector<float> Output, Matrix<float> P, Matrix<float> Q) Inference(int[] users, int[] items)
    {
        var p = Lookup(_p + _deltaP, users);
        var q = Lookup(_q + _deltaQ, items);
        return (p.PointwiseMultiply(q) * _h, p, q);
    }

    private static Matrix<float> Lookup(Matrix<float> table, int[] rows) => Build.Dense(rows.Length, table.ColumnCount, (t, k) => table[rows[t], k]);

    // tf.GradientTape: softplus(-(x_pos - x_neg)), summed
    private (Matrix<float> P, Matrix<float> Q) Gradient(ReadOnlySpan<Triple> triples)
    {
        var list = triples.ToArray();
        int[] users = [.. list.Select(t => t.User)], positives = [.. list.Select(t => t.Positive)], negatives = [.. list.Select(t => t.Negative)];
        var (outputPositive, p, qPositive) = Inference(users, positives);
        var (outputNegative, _, qNegative) = Inference(users, negatives);
        var result = outputPositive - outputNegative;
        var derivative = result.Map(x => x is < -80f or > 1e8f ? 0 : -1 / (1 + MathF.Exp(x)));

        var gradientP = Build.Dense(_p.RowCount, _p.ColumnCount);
        var gradientQ = Build.Dense(_q.RowCount, _q.ColumnCount);
        var difference = qPositive - qNegative;
        for (var k = 0; k < _p.ColumnCount; k++)
        {
            for (var t = 0; t < list.Length; t++)
            {
                gradientP[users[t], k] += derivative[t] * difference[t, k];
                gradientQ[positives[t], k] += derivative[t] * p[t, k];
                gradientQ[negatives[t], k] -= derivative[t] * p[t, k];
            }
        }

        return (gradientP, gradientQ);
    }

    // tf.keras.optimizers.Adagrad
    private void ApplyGradients(Matrix<float> gradientP, Matrix<float> gradientQ)
    {
        _p = Adagrad(_p, _accumulatorP, gradientP);
        _q = Adagrad(_q, _accumulatorQ, gradientQ);
    }

    private static Matrix<float> Adagrad(Matrix<float> weights, Matrix<float> accumulators, Matrix<float> gradients)
    {
        accumulators.Add(gradients.PointwiseMultiply(gradients), accumulators);
        return weights - (LearningRate * gradients).PointwiseDivide(accumulators.PointwiseSqrt() + 1e-7f);
    }

    // tf.nn.l2_normalize(gradient, 1)
    private static Matrix<float> NormalizeRows(Matrix<float> gradient)
    {
        var squares = gradient.PointwiseMultiply(gradient).RowSums();
        var inverse = squares.Map(s => 1 / MathF.Sqrt(MathF.Max(s, 1e-12f)));
        return Build.Dense(gradient.RowCount, gradient.ColumnCount, (row, k) => gradient[row, k] * inverse[row]);
    }
}
