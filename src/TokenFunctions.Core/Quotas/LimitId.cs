using System.Globalization;

namespace TokenFunctions.Quotas;

/// <summary>What tells the counter of a limit from those of other limits. Its maximum does not: when that is changed,
/// what was counted stays.</summary>
/// <param name="Window">The length of the window.</param>
/// <param name="ForcedOnly">Whether forced renewals alone are counted.</param>
internal readonly record struct LimitId(TimeSpan Window, bool ForcedOnly)
{
    /// <summary>The seconds of the window, then <c>a</c> (all calls) or <c>f</c> (forced ones).</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{(long)Window.TotalSeconds}{(ForcedOnly ? 'f' : 'a')}");

    /// <summary>Reads what <see cref="ToString"/> wrote; null = something else.</summary>
    public static LimitId? Parse(ReadOnlySpan<char> text)
    {
        if (text.Length < 2 || text[^1] is not ('a' or 'f')) return null;
        return int.TryParse(text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds > 0
            ? new LimitId(TimeSpan.FromSeconds(seconds), text[^1] == 'f')
            : null;
    }
}
