using AdvRec.Data;

namespace AdvRec.Models;

internal static class Shapes
{
    public static void ThrowIfDifferent(IRecommender model, LeaveOneOutDataset data)
    {
        if (model.UserCount != data.UserCount || model.ItemCount != data.ItemCount)
        {
            throw new ArgumentException(
                $"The model is for {model.UserCount} users and {model.ItemCount} items, {data.Name} has {data.UserCount} and {data.ItemCount}; create the model from this data set.",
                nameof(model));
        }
    }
}
