namespace AdvRec.Data;

/// <summary>Which ratings a prepared data set keeps.</summary>
public sealed record PreparationOptions
{
    /// <summary>Keep only the first so many users of the source; null for all.</summary>
    public int? Users
    {
        get;
        init => field = value is null or >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(Users), value, "Users must be at least 1.");
    }

    /// <summary>Fewest ratings of an item that stays; 1 keeps all.</summary>
    public int MinItemRatings
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(MinItemRatings), value, "MinItemRatings must be at least 1.");
    } = 1;

    /// <summary>Fewest ratings of a user who stays; at least 2: one to train on and one to hold out.</summary>
    public int MinUserRatings
    {
        get;
        init => field = value >= 2 ? value : throw new ArgumentOutOfRangeException(nameof(MinUserRatings), value, "MinUserRatings must be at least 2: one to train on, one to hold out.");
    } = 2;
}
