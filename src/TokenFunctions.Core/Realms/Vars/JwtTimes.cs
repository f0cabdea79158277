namespace TokenFunctions.Realms.Vars;

/// <summary>Which claims of a JWT are set besides the given ones (RFC 7519 §4.1).</summary>
internal sealed record JwtTimes
{
    /// <summary>How long the JWT is good from now; zero = no <c>exp</c>.</summary>
    public TimeSpan Life { get; init; }

    /// <summary>How far <c>iat</c> and <c>nbf</c> lie back, for providers whose clock is behind.</summary>
    public TimeSpan Backdate { get; init; }

    /// <summary>Whether there is an <c>iat</c>.</summary>
    public bool HasIssuedAt { get; init; }

    /// <summary>Whether there is an <c>nbf</c>.</summary>
    public bool HasNotBefore { get; init; }

    /// <summary>The claims that hold a time, with their Unix seconds.</summary>
    public IEnumerable<KeyValuePair<string, long>> Of(DateTimeOffset now)
    {
        var begin = (now - Backdate).ToUnixTimeSeconds();
        if (HasIssuedAt) yield return new("iat", begin);
        if (HasNotBefore) yield return new("nbf", begin);
        if (Life > TimeSpan.Zero) yield return new("exp", (now + Life).ToUnixTimeSeconds());
    }
}
