using TokenFunctions.Tokens;

namespace TokenFunctions.Client.Prefetching;

/// <summary>How long to wait before a prefetched token is looked at again.</summary>
internal static class PrefetchPause
{
    /// <summary>The shortest pause: a look at a fresh token costs next to nothing, and still there is no need for
    /// more.</summary>
    public static readonly TimeSpan Least = TimeSpan.FromSeconds(1);

    /// <summary>The longest pause; a machine may have slept meanwhile.</summary>
    public static readonly TimeSpan Most = TimeSpan.FromSeconds(15);

    /// <summary>Until it is due or is to be checked, or can be tried again.</summary>
    /// <param name="answer">The answer; null = a fault.</param>
    /// <param name="now">The time now, by the clock of the answer.</param>
    public static TimeSpan Until(TokenResult? answer, DateTimeOffset now)
    {
        var next = Need(answer, now);
        return next < Least ? Least : next > Most ? Most : next;
    }

    private static TimeSpan Need(TokenResult? answer, DateTimeOffset now)
    {
        if (answer is null) return Most;
        if (!answer.HasToken) return answer.Failure.RetryAt - now ?? Most;
        var due = answer.DueAt - now ?? Most;
        return due < answer.RevalidateAfter ? due : answer.RevalidateAfter;
    }
}
