using System.Collections.Concurrent;
using AdvRec.Attacks;
using AdvRec.Data;
using AdvRec.Models;
using AdvRec.Numerics;

namespace AdvRec.Evaluation;

/// <summary>
/// Full-ranking leave-one-out evaluation: for every user, the held-out item is ranked among all items that the user has no training pair with.
/// An item that scores the same counts against the held-out one.
/// </summary>
public sealed class LeaveOneOutEvaluator
{
    private const int UsersAtATime = 8;
    private const int NoRanking = -1;
    private readonly LeaveOneOutDataset _data;
    private readonly Workers _workers;
    private readonly int[] _candidateCounts;
    private readonly ConcurrentBag<float[]> _buffers = [];

    /// <param name="data">Training items and held-out items.</param>
    /// <param name="topK">Length K of the recommendation list; at least 1. Beyond the number of candidates every user is a hit.</param>
    /// <param name="threads">Most threads to use; 0 for one per processor. The result does not depend on it.</param>
    public LeaveOneOutEvaluator(LeaveOneOutDataset data, int topK = 100, int threads = 0)
    {
        ArgumentNullException.ThrowIfNull(data);
        Valid.AtLeast(1, topK, nameof(topK));
        _data = data;
        _workers = new(threads);
        TopK = topK;
        _candidateCounts = [.. Enumerable.Range(0, data.UserCount).Select(user => data.ItemCount - data.TrainingItems(user).Length - 1)];
    }

    /// <summary>Length K of the recommendation list.</summary>
    public int TopK { get; }

    /// <summary>Ranks the held-out item of every user.</summary>
    /// <param name="model">Anything that scores; it is not changed.</param>
    /// <exception cref="ArgumentException">Model and data differ in users or items.</exception>
    /// <exception cref="NotFiniteNumberException">A score is NaN or infinite: such a model has no ranking.</exception>
    public EvaluationResult Evaluate(IRecommender model)
    {
        ArgumentNullException.ThrowIfNull(model);
        Shapes.ThrowIfDifferent(model, _data);
        var positions = new int[_data.UserCount];
        var blocks = (_data.UserCount + UsersAtATime - 1) / UsersAtATime;
        _workers.ForEach(blocks, block =>
        {
            var first = block * UsersAtATime;
            // One for each thread, kept from block to block and for the next evaluation.
            if (!_buffers.TryTake(out var buffer))
                buffer = new float[UsersAtATime * _data.ItemCount];
            RankUsers(model, first, Math.Min(UsersAtATime, _data.UserCount - first), buffer, positions);
            _buffers.Add(buffer);
        });

        var unranked = Array.IndexOf(positions, NoRanking);
        return unranked < 0
            ? new(positions, _candidateCounts, TopK)
            : throw Ranking.NotFinite(unranked);
    }

    /// <summary>Ranks as the model is, and under several draws of an attack that knows the training pairs.</summary>
    /// <param name="model">The model; it is not changed.</param>
    /// <param name="attack">The attack, with its budget.</param>
    /// <param name="seed">Seed of every draw.</param>
    /// <param name="draws">How many; at least 1.</param>
    /// <exception cref="ArgumentException">Model and data differ in users or items.</exception>
    /// <exception cref="NotFiniteNumberException">A score or a factor is NaN or infinite.</exception>
    public AttackedEvaluation Evaluate(MatrixFactorization model, IAttack attack, ulong seed, int draws = 5)
    {
        ArgumentNullException.ThrowIfNull(attack);
        Valid.AtLeast(1, draws, nameof(draws));
        return new(Evaluate(model), [.. Enumerable.Range(0, draws).Select(draw => Evaluate(new PerturbedModel(model, attack.Perturb(model, _data, seed, draw))))]);
    }

    private void RankUsers(IRecommender model, int firstUser, int userCount, Span<float> buffer, int[] positions)
    {
        var scores = buffer[..(userCount * _data.ItemCount)];
        model.Score(firstUser, userCount, scores);
        for (var user = firstUser; user < firstUser + userCount; user++)
        {
            var ofUser = scores.Slice((user - firstUser) * _data.ItemCount, _data.ItemCount);
            positions[user] = Scan.AllFinite(ofUser) ? Ranking.Position(ofUser, _data.TestItem(user), _data.TrainingItems(user)) : NoRanking;
        }
    }
}
