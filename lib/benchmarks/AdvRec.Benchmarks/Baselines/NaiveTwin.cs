using AdvRec.Benchmarks.Measuring;
using AdvRec.Data;
using AdvRec.Models;
using AdvRec.Objective;

namespace AdvRec.Benchmarks.Baselines;

/// <summary>The library's algorithm in straightforward C#: an array per row, nested loops, the same touched rows, one thread.</summary>
internal sealed class NaiveTwin(LeaveOneOutDataset data, MatrixFactorization model) : IBaseline
{
    private const float LearningRate = 0.05f, Epsilon = 0.5f;
    private readonly float[][] _p = Rows(model.UserFactors), _q = Rows(model.ItemFactors);
    private readonly float[][] _deltaP = Rows(model.UserCount), _deltaQ = Rows(model.ItemCount);
    private readonly float[][] _perturbedP = Rows(model.UserCount), _perturbedQ = Rows(model.ItemCount);
    private readonly float[][] _gradientP = Rows(model.UserCount), _gradientQ = Rows(model.ItemCount);
    private readonly float[][] _fullGradientP = Rows(model.UserCount), _fullGradientQ = Rows(model.ItemCount);
    private readonly float[][] _accumulatorP = Rows(model.UserCount, 0.1f), _accumulatorQ = Rows(model.ItemCount, 0.1f);

    public string Name => "naive C#";

    public void Step(ReadOnlySpan<Triple> batch)
    {
        AddGradient(batch, _p, _q, _gradientP, _gradientQ);
        Adagrad(batch);
    }

    public void Attack(ReadOnlySpan<Triple> triples)
    {
        foreach (var row in (float[][])[.. _fullGradientP, .. _fullGradientQ])
            Array.Clear(row);
        AddGradient(triples, _p, _q, _fullGradientP, _fullGradientQ);
        SetToFastGradient(_fullGradientP, _deltaP);
        SetToFastGradient(_fullGradientQ, _deltaQ);
    }

    public void AdversarialStep(ReadOnlySpan<Triple> batch, ReadOnlySpan<Triple> attack)
    {
        AddPerturbedGradient(batch);
        Attack(attack);
        AddPerturbedGradient(batch);
        Adagrad(batch);
    }

    /// <summary>One step of Adversarial Personalized Ranking: the perturbation comes from the batch's own gradient.</summary>
    public void AprStep(ReadOnlySpan<Triple> batch)
    {
        AddGradient(batch, _p, _q, _gradientP, _gradientQ);
        foreach (var user in Users(batch))
            SetToFastGradient(_gradientP[user], _deltaP[user]);
        foreach (var item in Items(batch))
            SetToFastGradient(_gradientQ[item], _deltaQ[item]);
        AddPerturbedGradient(batch);
        Adagrad(batch);
    }

    public int[] Positions()
    {
        for (var user = 0; user < data.UserCount; user++)
            Add(_p[user], _deltaP[user], _perturbedP[user]);
        for (var item = 0; item < data.ItemCount; item++)
            Add(_q[item], _deltaQ[item], _perturbedQ[item]);

        var positions = new int[data.UserCount];
        for (var user = 0; user < data.UserCount; user++)
        {
            var held = Dot(_perturbedP[user], _perturbedQ[data.TestItem(user)]);
            for (var item = 0; item < data.ItemCount; item++)
            {
                if (item != data.TestItem(user) && data.TrainingItems(user).BinarySearch(item) < 0 && Dot(_perturbedP[user], _perturbedQ[item]) >= held)
                    positions[user]++;
            }
        }

        return positions;
    }

    public float UserFactor(int user, int factor) => _p[user][factor];

    public float ItemFactor(int item, int factor) => _q[item][factor];

    private void AddPerturbedGradient(ReadOnlySpan<Triple> batch)
    {
        foreach (var user in Users(batch))
            Add(_p[user], _deltaP[user], _perturbedP[user]);
        foreach (var item in Items(batch))
            Add(_q[item], _deltaQ[item], _perturbedQ[item]);
        AddGradient(batch, _perturbedP, _perturbedQ, _gradientP, _gradientQ);
    }

    private static void AddGradient(ReadOnlySpan<Triple> triples, float[][] users, float[][] items, float[][] gradientP, float[][] gradientQ)
    {
        foreach (var (user, positive, negative) in triples)
        {
            float[] p = users[user], qi = items[positive], qj = items[negative];
            var x = 0f;
            for (var k = 0; k < p.Length; k++)
                x += p[k] * (qi[k] - qj[k]);

            var c = x is < -80f or > 1e8f ? 0 : -1 / (1 + MathF.Exp(x));
            float[] gp = gradientP[user], gi = gradientQ[positive], gj = gradientQ[negative];
            for (var k = 0; k < p.Length; k++)
            {
                gp[k] += c * (qi[k] - qj[k]);
                gi[k] += c * p[k];
                gj[k] -= c * p[k];
            }
        }
    }

    private static float Dot(float[] a, float[] b)
    {
        var sum = 0f;
        for (var k = 0; k < a.Length; k++)
            sum += a[k] * b[k];
        return sum;
    }

    private static void Add(float[] a, float[] b, float[] c)
    {
        for (var k = 0; k < a.Length; k++)
            c[k] = a[k] + b[k];
    }

    private void Adagrad(ReadOnlySpan<Triple> batch)
    {
        foreach (var user in Users(batch))
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

    private static HashSet<int> Users(ReadOnlySpan<Triple> batch)
    {
        var users = new HashSet<int>();
        foreach (var triple in batch)
            users.Add(triple.User);
        return users;
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
