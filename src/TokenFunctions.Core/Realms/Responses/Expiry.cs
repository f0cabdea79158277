using System.Globalization;

namespace TokenFunctions.Realms.Responses;

/// <summary>Reads how long a token lives.</summary>
internal static class Expiry
{
    // More is a provider's mistake: milliseconds or an instant where seconds were meant.
    private const double MaxSeconds = 100.0 * 365.25 * 86_400;

    /// <summary>The life, or a sentence on why there is none.</summary>
    public static (TimeSpan? Life, string? Fault) Read(ResponsePlan plan, AnswerBody body)
    {
        var text = plan.ExpiresIn?.Find(body)?.Text;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds))
            return seconds is > 0 and <= MaxSeconds
                ? (TimeSpan.FromSeconds(seconds), null)
                : (null, $"The answer's life of the token at {plan.ExpiresIn?.InWords}"
                    + " is not between 0 seconds and 100 years.");
        if (plan.DefaultTtl is { } usual) return (usual, null);
        return (null, $"The answer holds no life of the token in seconds at {plan.ExpiresIn?.InWords};"
            + " correct `expires_in_path` or give `response.default_ttl_sec`.");
    }
}
