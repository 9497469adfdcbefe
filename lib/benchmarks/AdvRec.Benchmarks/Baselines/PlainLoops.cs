using AdvRec.Models;
using AdvRec.Objective;

namespace AdvRec.Benchmarks.Baselines;

/// <summary>What the kernels compute, as plain loops over an array per row.</summary>
internal sealed class PlainLoops(MatrixFactorization model)
{
    private readonly float[][] _p = Rows(model.UserFactors), _q = Rows(model.ItemFactors);
    private readonly float[][] _gradientP = Rows(model.UserFactors), _gradientQ = Rows(model.ItemFactors);

    public void ScoreDifferences(Triple[] triples, float[] x)
    {
        for (var t = 0; t < triples.Length; t++)
        {
            var (user, positive, negative) = triples[t];
            x[t] = 0;
            for (var k = 0; k < _p[user].Length; k++)
                x[t] += _p[user][k] * (_q[positive][k] - _q[negative][k]);
        }
    }

    public static double BprLoss(float[] x)
    {
        var loss = 0.0;
        for (var t = 0; t < x.Length; t++)
        {
            loss += Math.Max(-x[t], 0) + Math.Log(1 + Math.Exp(-Math.Abs(x[t])));
            x[t] = x[t] is < -80f or > 1e8f ? 0 : -1 / (1 + MathF.Exp(x[t]));
        }

        return loss;
    }

    public void AddGradients(Triple[] triples, float[] c)
    {
        for (var t = 0; t < triples.Length; t++)
        {
            var (user, positive, negative) = triples[t];
            for (var k = 0; k < _p[user].Length; k++)
            {
                _gradientP[user][k] += 1e-9f * c[t] * (_q[positive][k] - _q[negative][k]);
                _gradientQ[positive][k] += 1e-9f * c[t] * _p[user][k];
                _gradientQ[negative][k] -= 1e-9f * c[t] * _p[user][k];
            }
        }
    }

    public void Scores(int users, float[] scores)
    {
        for (var user = 0; user < users; user++)
        {
            for (var item = 0; item < _q.Length; item++)
            {
                var sum = 0f;
                for (var k = 0; k < _p[user].Length; k++)
                    sum += _p[user][k] * _q[item][k];
                scores[user * _q.Length + item] = sum;
            }
        }
    }

    public static int CountAtLeast(float[] values, float threshold)
    {
        var count = 0;
        foreach (var value in values)
        {
            if (value >= threshold)
                count++;
        }

        return count;
    }

    private static float[][] Rows(FactorMatrix matrix) => [.. Enumerable.Range(0, matrix.Rows).Select(row => matrix[row].ToArray())];
}
