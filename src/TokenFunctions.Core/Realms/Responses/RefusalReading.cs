namespace TokenFunctions.Realms.Responses;

/// <summary>What a refusal says in the provider's own words; it may hold a secret and is not shown.</summary>
/// <param name="Code">The code, <c>http_</c> and the status where there is none.</param>
/// <param name="Message">The message; empty where there is none.</param>
/// <param name="RetryAfter">What <c>Retry-After</c> says; null = it is absent.</param>
internal sealed record RefusalReading(string Code, string Message, TimeSpan? RetryAfter)
{
    /// <summary>The type's name only.</summary>
    public override string ToString() => nameof(RefusalReading);
}
