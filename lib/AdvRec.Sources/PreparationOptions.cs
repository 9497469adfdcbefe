namespace AdvRec.Sources;

/// <summary>Which ratings a prepared data set keeps.</summary>
public sealed record PreparationOptions
{
    /// <summary>Keep only the first so many users of the source; null for all.</summary>
    public int? Users { get; init => field = value is { } count ? Valid.AtLeast(1, count) : null; }

    /// <summary>Keep only ratings of at least this value, in the source's own scale; null for all.</summary>
    public double? MinRating
    {
        get;
        init => field = value is null || double.IsFinite(value.Value) ? value
            : throw new ArgumentOutOfRangeException(nameof(MinRating), value, "MinRating must be a number.");
    }

    /// <summary>Keep only ratings of at most this value, in the source's own scale; null for all.</summary>
    public double? MaxRating
    {
        get;
        init => field = value is null || double.IsFinite(value.Value) ? value
            : throw new ArgumentOutOfRangeException(nameof(MaxRating), value, "MaxRating must be a number.");
    }

    /// <summary>Fewest ratings of an item that stays; 1 keeps all.</summary>
    public int MinItemRatings { get; init => field = Valid.AtLeast(1, value); } = 1;

    /// <summary>Fewest ratings of a user who stays; at least 2: one to train on and one to hold out.</summary>
    public int MinUserRatings { get; init => field = Valid.AtLeast(2, value); } = 2;
}
