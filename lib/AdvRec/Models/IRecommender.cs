namespace AdvRec.Models;

/// <summary>Anything that scores items for users; a higher score ranks first.</summary>
public interface IRecommender
{
    /// <summary>Number of users.</summary>
    int UserCount { get; }

    /// <summary>Number of items.</summary>
    int ItemCount { get; }

    /// <summary>Scores all items for a block of consecutive users.</summary>
    /// <param name="firstUser">First user id of the block.</param>
    /// <param name="userCount">Number of users in the block.</param>
    /// <param name="scores">Receives userCount × <see cref="ItemCount"/> scores, user by user. Every number is written.</param>
    /// <exception cref="ArgumentException">There are no such users, or too few places for their scores.</exception>
    void Score(int firstUser, int userCount, Span<float> scores);
}
