using TokenFunctions.Tokens;

namespace TokenFunctions.Client.Attaching;

/// <summary>What a <see cref="TokenHandler"/> did for an answer.</summary>
public sealed record TokenOutcome
{
    /// <summary>The generation of the token that was sent last.</summary>
    public required long Generation { get; init; }

    /// <summary>Whether this answer says that the token is dead: it was the second one, or there was no second
    /// request.</summary>
    public bool IsRefused { get; init; }

    /// <summary>The generation that was reported as refused; null = none was.</summary>
    public long? Reported { get; init; }

    /// <summary>Whether the request was sent again with a newer token.</summary>
    public bool IsRepeated { get; init; }

    /// <summary>Why no newer token came after the report; null = one came, or none was asked for.</summary>
    public TokenFailure? RenewalFailure { get; init; }

    /// <summary>How many redirects were followed.</summary>
    public int Redirects { get; init; }

    /// <summary>Where the last request went, without the token.</summary>
    public required Uri Address { get; init; }
}
