using AdvRec.Data;
using AdvRec.Evaluation;
using AdvRec.Models;
using MathNet.Numerics.LinearAlgebra;

namespace AdvRec.Poisoning;

/// <summary>How the smoothed number of hits of the target changes with the weights of a fake profile, at a surrogate that stays as it is but for the target's row.</summary>
/// <remarks>
/// With v_i = q_i − q̄ (q̄ the mean item row, in place of a drawn negative), C = Σ_i v_i v_iᵀ / items and f fillers:
/// <code>
/// fake row      p(w) = A⁻¹ · ½ (v_t + Σ_i w_i v_i)            A = λI + ¼ (f + 1) C         stationary condition of the fake user's BPR loss, to first order at p = 0
/// target row    q_t(w) = q_t + B⁻¹ σ(−⟨p, q_t − q̄⟩) p         B = λI + ¼ Σ_u c_u p_u p_uᵀ   influence of one more pair (fake user, t) on the target's stationary condition
/// utility       R(w) = Σ_u σ((⟨p_u, q_t(w)⟩ − s_u) / b)       over real users without t
/// gradient      ∂R/∂w_i = ½ σ(−⟨p, q_t − q̄⟩) ⟨v_i, A⁻¹ B⁻¹ Σ_u σ′(·) p_u / b⟩
/// </code>
/// c_u is how often u's triples hold t in an epoch: 1 as the positive, else as the negative, its training pairs divided by the items outside its profile.
/// σ(−⟨p, q_t − q̄⟩) is held constant in the gradient.
/// </remarks>
internal sealed class ProfileGradient
{
    private readonly Matrix<double> _users;
    private readonly Matrix<double> _centred;
    private readonly Vector<double> _mean;
    private readonly Matrix<double> _inverseA;
    private readonly Matrix<double> _inverseB;
    private readonly double[] _thresholds;
    private readonly int _target;
    private readonly double _width;
    private Vector<double> _targetRow;

    public ProfileGradient(MatrixFactorization surrogate, LeaveOneOutDataset data, int target, int fillers, GradientProfiles options)
    {
        var all = surrogate.UserFactors.ToMatrix().ToDouble();
        var items = surrogate.ItemFactors.ToMatrix().ToDouble();
        var without = Enumerable.Range(0, data.UserCount).Where(user => data.TrainingItems(user).BinarySearch(target) < 0).ToArray();
        (_target, _width) = (target, options.Width);
        _mean = items.ColumnSums() / data.ItemCount;
        _centred = Matrix<double>.Build.DenseOfRowVectors(items.EnumerateRows().Select(row => row - _mean));
        _targetRow = items.Row(target);
        _users = without.Length == 0 ? Matrix<double>.Build.Dense(1, surrogate.Factors) : Matrix<double>.Build.DenseOfRowVectors(without.Select(all.Row));
        _thresholds = without.Length == 0 ? [0] : [.. without.Select(user => (double)Recommendations.For(surrogate, data, user, options.TopK)[^1].Score)];

        var lambda = Matrix<double>.Build.DenseIdentity(surrogate.Factors) * options.Regularisation;
        _inverseA = (lambda + _centred.TransposeThisAndMultiply(_centred) * (0.25 * (fillers + 1) / data.ItemCount)).Inverse();
        var occurrences = Enumerable.Range(0, data.UserCount).Select(user => Occurrences(data, user)).ToArray();
        var weighted = Matrix<double>.Build.DenseOfRowVectors(all.EnumerateRows().Select((row, user) => row * occurrences[user]));
        _inverseB = (lambda + all.TransposeThisAndMultiply(weighted) * 0.25).Inverse();
    }

    /// <summary>∂R/∂w, one number per item.</summary>
    public double[] At(double[] weights)
    {
        var (fake, pull) = Fake(weights);
        var scores = _users * (_targetRow + _inverseB * fake * pull);
        var slopes = Vector<double>.Build.Dense(scores.Count, user =>
        {
            var hit = Sigmoid((scores[user] - _thresholds[user]) / _width);
            return hit * (1 - hit) / _width;
        });
        return [.. _centred * (_inverseA * (_inverseB * (_users.TransposeThisAndMultiply(slopes)))) * (0.5 * pull)];
    }

    /// <summary>Puts a fake user into the surrogate: the target's row moves.</summary>
    public void Add(double[] weights)
    {
        var (fake, pull) = Fake(weights);
        _targetRow += _inverseB * fake * pull;
    }

    private (Vector<double> Row, double Pull) Fake(double[] weights)
    {
        var row = _inverseA * (_centred.Row(_target) + _centred.TransposeThisAndMultiply(Vector<double>.Build.Dense(weights))) * 0.5;
        return (row, Sigmoid(-(row * (_targetRow - _mean))));
    }

    private double Occurrences(LeaveOneOutDataset data, int user)
    {
        var items = data.TrainingItems(user);
        return items.BinarySearch(_target) >= 0 ? 1 : items.Length / (double)(data.ItemCount - items.Length);
    }

    private static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));
}
