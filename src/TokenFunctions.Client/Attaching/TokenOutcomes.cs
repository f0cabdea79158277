using System.Runtime.CompilerServices;

namespace TokenFunctions.Client.Attaching;

/// <summary>What happened to requests, kept beside their answers.</summary>
public static class TokenOutcomes
{
    private static readonly ConditionalWeakTable<HttpResponseMessage, TokenOutcome> Known = [];

    /// <summary>What the <see cref="TokenHandler"/> did for this answer; null = the answer is not of one.</summary>
    /// <param name="response">The answer.</param>
    public static TokenOutcome? GetTokenOutcome(this HttpResponseMessage response)
    {
        ArgumentNullException.ThrowIfNull(response);
        return Known.TryGetValue(response, out var outcome) ? outcome : null;
    }

    internal static void Keep(HttpResponseMessage response, TokenOutcome outcome) =>
        Known.AddOrUpdate(response, outcome);
}
