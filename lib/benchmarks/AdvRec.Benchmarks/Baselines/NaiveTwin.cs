using AdvRec.Benchmarks.Measuring;
using AdvRec.Data;
using AdvRec.Models;
using AdvRec.Training;

namespace AdvRec.Benchmarks.Baselines;

/// <summary>The library's algorithm in straightforward C#: an array per row, nested loops, the same touched rows, one thread.</summary>
internal sealed class NaiveTwin(LeaveOneOutDataset data, MatrixFactorization model) : IBaseline
{
    private const float LearningRate = 0.05f, Epsilon = 0.5f;
    private readonly float[][] _p = Rows(model.UserFactors), _q = Rows(model.ItemFactors);
    private readonly float[][] _deltaP = Rows(model.UserCount), _deltaQ = Rows(model.ItemCount);
    private readonly float[][] _gradientP = Rows(model.UserCount), _gradientQ = Rows(model.ItemCount);
    private readonly float[][] _fullGradientP = Rows(model.UserCount), _fullGradientQ = Rows(model.ItemCount);
    private readonly float[][] _accumulatorP = Rows(model.UserCount, 0.1f), _accumulatorQ = Rows(model.ItemCount, 0.1f);

    public string Name => "naive C#";

    public void Step(ReadOnlySpan<Triple> batch)
    {
        AddGradient(batch, perturbed: false, _gradientP, _gradientQ);
        Adagrad(batch);
    }

    public void Attack(ReadOnlySpan<Triple> triples)
    {
        foreach (var row in (float[][])[.. _fullGradientP, .. _fullGradientQ])
            Array.Clear(row);
        AddGradient(triples, perturbed: false, _fullGradientP, _fullGradientQ);
        SetToFastGradient(_fullGradientP, _deltaP);
        SetToFastGradient(_fullGradientQ, _deltaQ);
    }

    public void AdversarialStep(ReadOnlySpan<Triple> batch, ReadOnlySpan<Triple> attack)
    {
        AddGradient(batch, perturbed: true, _gradientP, _gradientQ);
        Attack(attack);
        AddGradient(batch, perturbed: true, _gradientP, _gradientQ);
        Adagrad(batch);
    }

    /// <summary>One step of Adversarial Personalized Ranking: the perturbation comes from the batch's own gradient.</summary>
    public void AprStep(ReadOnlySpan<Triple> batch)
    {
        AddGradient(batch, perturbed: false, _gradientP, _gradientQ);
        foreach (var user in batch.ToArray().Select(triple => triple.User).ToHashSet())
            SetToFastGradient(_gradientP[user], _deltaP[user]);
        foreach (var item in Items(batch))
            SetToFastGradient(_gradientQ[item], _deltaQ[item]);
        AddGradient(batch, perturbed: true, _gradientP, _gradientQ);
        Adagrad(batch);
    }

    public int[] Positions()
    {
        var positions = new int[data.UserCount];
        for (var user = 0; user < data.UserCount; user++)
        {
            var held = Score(user, data.TestItem(user));
            for (var item = 0; item < data.ItemCount; item++)
            {
                if (item != data.TestItem(user) && data.TrainingItems(user).BinarySearch(item) < 0 && Score(user, item) >= held)
                    positions[user]++;
            }
        }

        return positions;
    }

    public float UserFactor(int user, int factor) => _p[user][factor];

    public float ItemFactor(int item, int factor) => _q[item][factor];

    private float Score(int user, int item)
    {
        var sum = 0f;
        for (var k = 0; k < _p[user].Length; k++)
            sum += (_p[user][k] + _deltaP[user][k]) * (_q[item][k] + _deltaQ[item][k]);
        return sum;
    }

    private void AddGradient(ReadOnlySpan<Triple> triples, bool perturbed, float[][] gradientP, float[][] gradientQ)
    {
        var factors = _p[0].Length;
        var at = perturbed ? 1f : 0f;
        foreach (var (user, positive, negative) in triples)
        {
            float[] p = _p[user], qi = _q[positive], qj = _q[negative];
            float[] dp = _deltaP[user], di = _deltaQ[positive], dj = _deltaQ[negative];
            var x = 0f;
            for (var k = 0; k < factors; k++)
                x += (p[k] + at * dp[k]) * (qi[k] + at * di[k] - qj[k] - at * dj[k]);

            var c = x is < -80f or > 1e8f ? 0 : -1 / (1 + MathF.Exp(x));
            float[] gp = gradientP[user], gi = gradientQ[positive], gj = gradientQ[negative];
            for (var k = 0; k < factors; k++)
            {
                gp[k] += c * (qi[k] + at * di[k] - qj[k] - at * dj[k]);
                gi[k] += c * (p[k] + at * dp[k]);
                gj[k] -= c * (p[k] + at * dp[k]);
            }
        }
    }

    private void Adagrad(ReadOnlySpan<Triple> batch)
    {
        foreach (var user in batch.ToArray().Select(triple => triple.User).ToHashSet())
            Adagrad(_p[user], _accumulatorP[user], _gradientP[user]);
        foreach (var item in Items(batch))
            Adagrad(_q[item], _accumulatorQ[item], _gradientQ[item]);
    }

    private static void Adagrad(float[] weights, float[] accumulators, float[] gradients)
    {
        for (var k = 0; k < weights.Length; k++)
        {
            accumulators[k] += gradients[k] * gradients[k];
            weights[k] -= LearningRate * gradients[k] / (MathF.Sqrt(accumulators[k]) + 1e-7f);
            gradients[k] = 0;
        }
    }

    private static void SetToFastGradient(float[][] gradients, float[][] deltas)
    {
        for (var row = 0; row < gradients.Length; row++)
            SetToFastGradient(gradients[row], deltas[row]);
    }

    private static void SetToFastGradient(float[] gradient, float[] delta)
    {
        var squares = 0f;
        for (var k = 0; k < gradient.Length; k++)
            squares += gradient[k] * gradient[k];
        for (var k = 0; k < gradient.Length; k++)
            delta[k] = Epsilon * gradient[k] / MathF.Sqrt(MathF.Max(squares, 1e-12f));
    }

    private static HashSet<int> Items(ReadOnlySpan<Triple> batch)
    {
        var items = new HashSet<int>();
        foreach (var (_, positive, negative) in batch)
        {
            items.Add(positive);
            items.Add(negative);
        }

        return items;
    }

    private static float[][] Rows(FactorMatrix matrix) => [.. Enumerable.Range(0, matrix.Rows).Select(row => matrix[row].ToArray())];

    private static float[][] Rows(int count, float value = 0) => [.. Enumerable.Range(0, count).Select(_ => Enumerable.Repeat(value, Cost.Factors).ToArray())];
}
