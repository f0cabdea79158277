using TokenFunctions.Tokens;

namespace TokenFunctions.Client.Prefetching;

/// <summary>How long to wait before prefetched tokens are looked at again.</summary>
internal static class PrefetchPause
{
    /// <summary>The shortest pause: a look at fresh tokens costs next to nothing, and still there is no need for
    /// more.</summary>
    public static readonly TimeSpan Least = TimeSpan.FromSeconds(1);

    /// <summary>The longest pause; a machine may have slept meanwhile.</summary>
    public static readonly TimeSpan Most = TimeSpan.FromSeconds(15);

    /// <summary>Until the first of them is due or is to be checked, or can be tried again.</summary>
    /// <param name="answers">The answers; null = a fault.</param>
    /// <param name="now">The time now.</param>
    public static TimeSpan Until(IEnumerable<TokenResult?> answers, DateTimeOffset now)
    {
        var next = answers.Min(answer => Until(answer, now));
        return next < Least ? Least : next > Most ? Most : next;
    }

    private static TimeSpan Until(TokenResult? answer, DateTimeOffset now)
    {
        if (answer is null) return Most;
        if (!answer.HasToken) return answer.Failure.RetryAt - now ?? Most;
        var due = answer.DueAt - now ?? Most;
        return due < answer.RevalidateAfter ? due : answer.RevalidateAfter;
    }
}
