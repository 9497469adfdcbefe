using AdvRec.Data;
using AdvRec.Evaluation;
using AdvRec.Models;
using AdvRec.Poisoning;

namespace AdvRec.Tests.Poisoning;

/// <summary>The utility R(w) by loops and Gaussian elimination, and its gradient by central differences.</summary>
internal sealed class NaiveGradient
{
    private readonly LeaveOneOutDataset _data;
    private readonly int _target;
    private readonly double _width;
    private readonly double[][] _p;
    private readonly double[][] _v;
    private readonly double[] _mean;
    private readonly double[,] _a;
    private readonly double[,] _b;
    private readonly double[] _thresholds;
    private readonly double[] _row;

    public NaiveGradient(MatrixFactorization surrogate, LeaveOneOutDataset data, int target, int fillers, GradientProfiles options)
    {
        var d = surrogate.Factors;
        (_data, _target, _width) = (data, target, options.Width);
        _p = [.. Enumerable.Range(0, data.UserCount).Select(user => Doubles(surrogate.UserFactors[user]))];
        var q = Enumerable.Range(0, data.ItemCount).Select(item => Doubles(surrogate.ItemFactors[item])).ToArray();
        _mean = [.. Enumerable.Range(0, d).Select(k => q.Average(row => row[k]))];
        _v = [.. q.Select(row => row.Select((value, k) => value - _mean[k]).ToArray())];
        _row = [.. q[target]];
        _thresholds = [.. Enumerable.Range(0, data.UserCount).Select(user => (double)Recommendations.For(surrogate, data, user, options.TopK)[^1].Score)];
        _a = new double[d, d];
        _b = new double[d, d];
        for (var k = 0; k < d; k++)
        {
            for (var l = 0; l < d; l++)
            {
                _a[k, l] = _b[k, l] = k == l ? options.Regularisation : 0;
                foreach (var v in _v)
                    _a[k, l] += 0.25 * (fillers + 1) * v[k] * v[l] / data.ItemCount;
                for (var user = 0; user < data.UserCount; user++)
                {
                    double n = data.TrainingItems(user).Length;
                    _b[k, l] += 0.25 * (Has(user) ? 1 : n / (data.ItemCount - n)) * _p[user][k] * _p[user][l];
                }
            }
        }
    }

    public double[] At(double[] weights)
    {
        const double step = 1e-4;
        var pull = Pull(Fake(weights));
        var gradient = new double[weights.Length];
        for (var item = 0; item < weights.Length; item++)
        {
            double Shifted(double by) => Utility([.. weights.Select((weight, at) => at == item ? weight + by : weight)], pull);
            gradient[item] = (Shifted(step) - Shifted(-step)) / (2 * step);
        }

        return gradient;
    }

    public void Add(double[] weights)
    {
        var fake = Fake(weights);
        Moved(fake, Pull(fake)).CopyTo(_row, 0);
    }

    private double Utility(double[] weights, double pull)
    {
        var row = Moved(Fake(weights), pull);
        double utility = 0;
        for (var user = 0; user < _data.UserCount; user++)
        {
            if (!Has(user))
                utility += 1 / (1 + Math.Exp((_thresholds[user] - Dot(_p[user], row)) / _width));
        }

        return utility;
    }

    private double[] Fake(double[] weights)
    {
        var sum = new double[_mean.Length];
        for (var item = 0; item < weights.Length; item++)
        {
            for (var k = 0; k < sum.Length; k++)
                sum[k] += 0.5 * (weights[item] + (item == _target ? 1 : 0)) * _v[item][k];
        }

        return Solve(_a, sum);
    }

    private double Pull(double[] fake) => 1 / (1 + Math.Exp(Dot(fake, [.. _row.Select((value, k) => value - _mean[k])])));

    private double[] Moved(double[] fake, double pull)
    {
        var step = Solve(_b, fake);
        return [.. _row.Select((value, k) => value + pull * step[k])];
    }

    private bool Has(int user) => _data.TrainingItems(user).Contains(_target);

    private static double Dot(double[] a, double[] b) => a.Select((value, k) => value * b[k]).Sum();

    private static double[] Doubles(ReadOnlySpan<float> row) => [.. row.ToArray().Select(value => (double)value)];

    /// <summary>Gaussian elimination; the matrix is positive definite, so no pivot is sought.</summary>
    private static double[] Solve(double[,] matrix, double[] right)
    {
        var m = (double[,])matrix.Clone();
        double[] x = [.. right];
        var n = x.Length;
        for (var pivot = 0; pivot < n; pivot++)
        {
            for (var row = 0; row < n; row++)
            {
                if (row == pivot)
                    continue;
                var factor = m[row, pivot] / m[pivot, pivot];
                for (var k = pivot; k < n; k++)
                    m[row, k] -= factor * m[pivot, k];
                x[row] -= factor * x[pivot];
            }
        }

        return [.. x.Select((value, k) => value / m[k, k])];
    }
}
