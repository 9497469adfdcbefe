using AdvRec.Data;
using AdvRec.Models;
using AdvRec.Notebooks.Movable;

namespace AdvRec.Notebooks;

/// <summary>Figures of the course that the reader moves; end a cell with one.</summary>
public static class Explore
{
    /// <summary>One held-out item among others: its place and the length of the list move, HR, nDCG and AUC follow.</summary>
    /// <param name="candidates">How many items it competes with, 1 to 40.</param>
    /// <exception cref="ArgumentOutOfRangeException">Fewer or more candidates.</exception>
    public static MovableFigure HeldOutItem(int candidates = 20) => HeldOutFigure.Build(candidates);

    /// <summary>
    /// A whole model under a growing perturbation: the measures over ε under attack and under noise of the same length, and any of some people's lists by title.
    /// </summary>
    /// <param name="model">The model; it is not changed.</param>
    /// <param name="data">What it was trained on.</param>
    /// <param name="people">Users to choose from, at most 20.</param>
    /// <param name="epsilons">Perturbation sizes to offer, ascending, each at least 0, at most 40; 0 to 4 if not given.</param>
    /// <param name="seed">Of the attack's negatives and of the noise.</param>
    /// <param name="topK">Length K of the lists that the measures are about.</param>
    /// <exception cref="ArgumentException">No or too many people or sizes, or sizes that do not ascend.</exception>
    public static MovableFigure Attack(
        MatrixFactorization model, LeaveOneOutDataset data, IReadOnlyList<int> people, IReadOnlyList<float>? epsilons = null, ulong seed = 1, int topK = 100) =>
        AttackFigure.Build(model, data, people, epsilons ?? AttackFigure.Epsilons, seed, topK);

    /// <summary>Several models under attacks of the same size: what is left of each one's measures.</summary>
    /// <param name="data">What they were trained on.</param>
    /// <param name="models">Two to four models with their names.</param>
    /// <param name="epsilons">Perturbation sizes to offer, ascending, each at least 0, at most 40; 0 to 4 if not given.</param>
    /// <param name="seed">Of the attacks' negatives.</param>
    /// <param name="topK">Length K of the lists that the measures are about.</param>
    /// <exception cref="ArgumentException">Another number of models, or sizes that do not ascend.</exception>
    public static MovableFigure Models(
        LeaveOneOutDataset data, IReadOnlyList<(string Name, MatrixFactorization Model)> models, IReadOnlyList<float>? epsilons = null, ulong seed = 1, int topK = 100) =>
        ModelsFigure.Build(data, models, epsilons ?? AttackFigure.Epsilons, seed, topK);

    /// <summary>One user and a dozen films of a two-factor model: a step of length ε in a direction to choose, the list, and the user's loss over all directions.</summary>
    /// <param name="model">A model of two factors; it is not changed.</param>
    /// <param name="data">What it was trained on.</param>
    /// <param name="user">Whose row is moved.</param>
    /// <param name="mostEpsilon">Longest step; above 0.</param>
    /// <param name="seed">Of the noise whose directions are counted.</param>
    /// <exception cref="ArgumentException">The model has another number of factors.</exception>
    public static MovableFigure Step(MatrixFactorization model, LeaveOneOutDataset data, int user, double mostEpsilon = 2, ulong seed = 1) =>
        StepFigure.Build(model, data, user, mostEpsilon, seed);

    /// <summary>The training of a model of two factors, epoch by epoch: some people's lists, the plane of its factors, loss and nDCG. It trains the model itself.</summary>
    /// <param name="data">What to train on.</param>
    /// <param name="people">Users to choose from, at most 20.</param>
    /// <param name="epochs">1 to 100.</param>
    /// <param name="seed">Same seed, same training.</param>
    /// <param name="topK">Length K of the lists that nDCG is about.</param>
    /// <exception cref="ArgumentException">No or too many people, or another number of epochs.</exception>
    public static MovableFigure Training(LeaveOneOutDataset data, IReadOnlyList<int> people, int epochs = 40, ulong seed = 1, int topK = 100) =>
        TrainingFigure.Build(data, people, epochs, seed, topK);

    /// <summary>All rows of a model multiplied by a number, and attacks of several sizes on what comes out: rankings stand still, the drop moves.</summary>
    /// <param name="model">The model; it is not changed.</param>
    /// <param name="data">What it was trained on.</param>
    /// <param name="seed">Of the attacks' negatives.</param>
    /// <param name="topK">Length K of the lists that the measures are about.</param>
    public static MovableFigure Scale(MatrixFactorization model, LeaveOneOutDataset data, ulong seed = 1, int topK = 100) => ScaleFigure.Build(model, data, seed, topK);
}
