using AdvRec.Objective;
using AdvRec.Training;

namespace AdvRec.Tests.Naive;

/// <summary>The textbook in double precision: every formula as three nested loops, dense and without cleverness.</summary>
internal sealed class NaiveBpr(double[,] p, double[,] q, double[,] accumulatorP, double[,] accumulatorQ)
{
    public double[,] P { get; } = p;

    public double[,] Q { get; } = q;

    public double[,] AccumulatorP { get; } = accumulatorP;

    public double[,] AccumulatorQ { get; } = accumulatorQ;

    public static double Softplus(double x)
    {
        // ln(1 + e) as 2 artanh(e/(2 + e)), which keeps its digits where e is tiny.
        var e = Math.Exp(-Math.Abs(x));
        return Math.Max(x, 0) + 2 * Math.Atanh(e / (2 + e));
    }

    public static double Loss(double x) => Softplus(-Math.Clamp(x, -80, 1e8));

    public static double LossDerivative(double x) => x is >= -80 and <= 1e8 ? -1 / (1 + Math.Exp(x)) : 0;

    /// <summary>L and its gradient at P + ΔP, Q + ΔQ</summary>
    public (double Loss, double[,] P, double[,] Q) Gradient(IReadOnlyList<Triple> triples, (double[,] P, double[,] Q)? delta = null)
    {
        var p = delta is null ? P : Sum(P, delta.Value.P);
        var q = delta is null ? Q : Sum(Q, delta.Value.Q);
        var factors = p.GetLength(1);
        var gradientP = new double[p.GetLength(0), factors];
        var gradientQ = new double[q.GetLength(0), factors];
        double loss = 0;
        foreach (var (user, positive, negative) in triples)
        {
            double x = 0;
            for (var k = 0; k < factors; k++)
                x += p[user, k] * (q[positive, k] - q[negative, k]);
            loss += Loss(x);
            var c = LossDerivative(x);
            for (var k = 0; k < factors; k++)
            {
                gradientP[user, k] += c * (q[positive, k] - q[negative, k]);
                gradientQ[positive, k] += c * p[user, k];
                gradientQ[negative, k] -= c * p[user, k];
            }
        }

        return (loss, gradientP, gradientQ);
    }

    public static double[,] Normalize(double[,] gradient, double epsilon)
    {
        var delta = new double[gradient.GetLength(0), gradient.GetLength(1)];
        for (var row = 0; row < gradient.GetLength(0); row++)
        {
            double squares = 0;
            for (var k = 0; k < gradient.GetLength(1); k++)
                squares += gradient[row, k] * gradient[row, k];
            for (var k = 0; k < gradient.GetLength(1); k++)
                delta[row, k] = epsilon * gradient[row, k] / Math.Sqrt(Math.Max(squares, 1e-12));
        }

        return delta;
    }

    public double Step(IReadOnlyList<Triple> batch, double learningRate = 0.05, double l2 = 0)
    {
        var (loss, gradientP, gradientQ) = Gradient(batch);
        AddPenalty(batch, l2, gradientP, gradientQ);
        Adagrad(P, AccumulatorP, gradientP, learningRate);
        Adagrad(Q, AccumulatorQ, gradientQ, learningRate);
        return loss;
    }

    /// <summary>ρ · mean(p_u² + q_i² + q_j²) over the batch's b × d entries</summary>
    public double Penalty(IReadOnlyList<Triple> batch, double l2)
    {
        double sum = 0;
        var factors = P.GetLength(1);
        foreach (var (user, positive, negative) in batch)
        {
            for (var k = 0; k < factors; k++)
                sum += P[user, k] * P[user, k] + Q[positive, k] * Q[positive, k] + Q[negative, k] * Q[negative, k];
        }

        return l2 * sum / (batch.Count * factors);
    }

    /// <summary>Adds the derivative of <see cref="Penalty"/>, triple by triple.</summary>
    public void AddPenalty(IReadOnlyList<Triple> batch, double l2, double[,] gradientP, double[,] gradientQ)
    {
        var factors = P.GetLength(1);
        foreach (var (user, positive, negative) in batch)
        {
            for (var k = 0; k < factors; k++)
            {
                gradientP[user, k] += 2 * l2 * P[user, k] / (batch.Count * factors);
                gradientQ[positive, k] += 2 * l2 * Q[positive, k] / (batch.Count * factors);
                gradientQ[negative, k] += 2 * l2 * Q[negative, k] / (batch.Count * factors);
            }
        }
    }

    public (double Loss, (double[,] P, double[,] Q) Delta) Attack(IReadOnlyList<Triple> triples, double epsilon)
    {
        var (loss, gradientP, gradientQ) = Gradient(triples);
        return (loss, (Normalize(gradientP, epsilon), Normalize(gradientQ, epsilon)));
    }

    public (double Clean, double Adversarial) AdversarialStep(
        AdversarialRecipe recipe, IReadOnlyList<Triple> batch, IReadOnlyList<Triple> attack, double epsilon, double weight, ref (double[,] P, double[,] Q) delta, double l2 = 0)
    {
        var (clean, gradientP, gradientQ) = Gradient(batch, recipe == AdversarialRecipe.HandsOn ? delta : null);
        delta = Attack(recipe == AdversarialRecipe.Apr ? batch : attack, epsilon).Delta;
        var (adversarial, adversarialP, adversarialQ) = Gradient(batch, delta);
        AddPenalty(batch, l2, gradientP, gradientQ);
        Adagrad(P, AccumulatorP, Sum(gradientP, adversarialP, weight), 0.05);
        Adagrad(Q, AccumulatorQ, Sum(gradientQ, adversarialQ, weight), 0.05);
        return (clean, adversarial);
    }

    public double[,] Scores((double[,] P, double[,] Q)? delta = null)
    {
        var p = delta is null ? P : Sum(P, delta.Value.P);
        var q = delta is null ? Q : Sum(Q, delta.Value.Q);
        var scores = new double[p.GetLength(0), q.GetLength(0)];
        for (var user = 0; user < p.GetLength(0); user++)
        {
            for (var item = 0; item < q.GetLength(0); item++)
            {
                for (var k = 0; k < p.GetLength(1); k++)
                    scores[user, item] += p[user, k] * q[item, k];
            }
        }

        return scores;
    }

    private static void Adagrad(double[,] weights, double[,] accumulators, double[,] gradients, double learningRate)
    {
        for (var row = 0; row < weights.GetLength(0); row++)
        {
            for (var k = 0; k < weights.GetLength(1); k++)
            {
                accumulators[row, k] += gradients[row, k] * gradients[row, k];
                weights[row, k] -= learningRate * gradients[row, k] / (Math.Sqrt(accumulators[row, k]) + 1e-7);
            }
        }
    }

    private static double[,] Sum(double[,] a, double[,] b, double weight = 1)
    {
        var sum = new double[a.GetLength(0), a.GetLength(1)];
        for (var row = 0; row < a.GetLength(0); row++)
        {
            for (var k = 0; k < a.GetLength(1); k++)
                sum[row, k] = a[row, k] + weight * b[row, k];
        }

        return sum;
    }
}
