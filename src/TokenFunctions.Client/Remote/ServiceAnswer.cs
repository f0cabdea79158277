using System.Net.Http.Headers;

namespace TokenFunctions.Client.Remote;

/// <summary>A whole answer of the service, or of what stands in front of it.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The body; null = it is longer than any answer of the service.</param>
internal sealed record ServiceAnswer(int Status, ReadOnlyMemory<byte>? Body)
{
    /// <summary>The media type, without parameters; null = there is none.</summary>
    public string? MediaType { get; init; }

    /// <summary>The answer's ETag; null = there is none.</summary>
    public EntityTagHeaderValue? Tag { get; init; }

    /// <summary>How long to wait (<c>Retry-After</c>, RFC 9110 §10.2.3); null = it does not say.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The clock of whoever answered, whole seconds; null = not told.</summary>
    public DateTimeOffset? Date { get; init; }

    /// <summary>When its headers were here, by the machine's own clock.</summary>
    public DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Whether it came from another place than was asked, because redirects were followed.</summary>
    public bool IsFromElsewhere { get; init; }

    /// <summary>The status, never the body.</summary>
    public override string ToString() => FormattableString.Invariant($"HTTP {Status}");
}
