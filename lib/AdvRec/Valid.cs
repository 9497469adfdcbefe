using System.Runtime.CompilerServices;

namespace AdvRec;

/// <summary>What options and arguments accept. The error names which one and what it must be.</summary>
internal static class Valid
{
    public static float Above0(float value, [CallerMemberName] string option = "") =>
        value > 0 && float.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(option, value, $"{option} must be a number above 0.");

    public static float AtLeast0(float value, [CallerMemberName] string option = "") =>
        value >= 0 && float.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(option, value, $"{option} must be a number of at least 0.");

    public static int AtLeast(int least, int value, [CallerMemberName] string option = "") =>
        value >= least ? value : throw new ArgumentOutOfRangeException(option, value, $"{option} must be a whole number of at least {least}.");

    public static T NotNull<T>(T? value, [CallerMemberName] string option = "")
        where T : class =>
        value ?? throw new ArgumentNullException(option);

    public static T Defined<T>(T value, [CallerMemberName] string option = "")
        where T : struct, Enum =>
        Enum.IsDefined(value) ? value : throw new ArgumentOutOfRangeException(option, value, $"{option} must be one of {string.Join(", ", Enum.GetNames<T>())}.");

    /// <summary>The number of a user, item or row: from 0 to below the count.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Id(int value, int count, [CallerArgumentExpression(nameof(value))] string what = "") =>
        (uint)value < (uint)count ? value : throw NoSuchId(value, count, what);

    private static ArgumentOutOfRangeException NoSuchId(int value, int count, string what) =>
        new(what, value, $"There is no {what} {value}: they are numbered 0..{count - 1}.");
}
