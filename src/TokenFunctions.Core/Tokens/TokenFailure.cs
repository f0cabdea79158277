namespace TokenFunctions.Tokens;

/// <summary>Why there is no token, in a form that may be shown: it never holds a secret or a provider's body.</summary>
/// <param name="Kind">The kind, by which HTTP status and back-off are chosen.</param>
/// <param name="Detail">One sentence that tells the user what happened and what to do.</param>
public sealed record TokenFailure(FailureKind Kind, string Detail)
{
    private readonly string? code;

    /// <summary>The stable name by which programs know it: that of its kind, or what a token service says beyond these
    /// kinds, such as <c>forbidden</c>.</summary>
    public string Code
    {
        get => code ?? FailureCodes.Of(Kind);
        init => code = value;
    }

    /// <summary>The provider's own error code, cleaned and capped; null = it gave none.</summary>
    public string? UpstreamCode { get; init; }

    /// <summary>The provider's own message, cleaned and capped; null = it gave none.</summary>
    public string? UpstreamMessage { get; init; }

    /// <summary>When the failure happened, store time, UTC.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>When asking again can help, store time, UTC; null = not before something is changed.</summary>
    public DateTimeOffset? RetryAt { get; init; }
}
