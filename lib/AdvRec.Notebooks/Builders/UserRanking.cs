using AdvRec.Data;
using AdvRec.Evaluation;
using AdvRec.Models;
using AdvRec.Notebooks.Formatting;

namespace AdvRec.Notebooks.Builders;

/// <summary>What a model recommends to one user, and where it ranks the held-out item.</summary>
internal sealed class UserRanking
{
    private readonly LeaveOneOutDataset _data;
    private readonly int _user;

    public UserRanking(LeaveOneOutDataset data, IRecommender model, int user, int topK)
    {
        if (user < 0 || user >= data.UserCount)
            throw new ArgumentOutOfRangeException(nameof(user), user, $"Users are numbered 0..{data.UserCount - 1}.");
        _data = data;
        _user = user;
        List = Recommendations.For(model, data, user, topK);
        HeldOutRank = Rank(model);
    }

    /// <summary>Best first.</summary>
    public IReadOnlyList<Recommendation> List { get; }

    /// <summary>From 1; an item that scores the same counts against the held-out one.</summary>
    public int HeldOutRank { get; }

    /// <summary>How many items the held-out one is ranked among, itself included.</summary>
    public int RankedItems => _data.ItemCount - _data.TrainingItems(_user).Length;

    /// <summary>Place in the list, from 0; null where the item is not on it.</summary>
    public int? PlaceOf(int item)
    {
        for (var place = 0; place < List.Count; place++)
        {
            if (List[place].Item == item) return place;
        }

        return null;
    }

    /// <summary>Title, with a star where it is held out.</summary>
    public string Title(int item) => _data.Title(item) is var title && item == _data.TestItem(_user) ? $"{Isolated.Of(title)} ★ held out" : title;

    private int Rank(IRecommender model)
    {
        var scores = new float[_data.ItemCount];
        model.Score(_user, 1, scores);
        var threshold = scores[_data.TestItem(_user)];
        foreach (var item in _data.TrainingItems(_user)) scores[item] = float.NegativeInfinity;
        return scores.Count(score => score >= threshold);
    }
}
