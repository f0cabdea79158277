namespace TokenFunctions.Realms.Egress;

/// <summary>Knows whether any byte of one request went out, and lets it go out once only.</summary>
/// <remarks>The HTTP stack silently sends a request without a body again when its connection ends before an answer. At
/// a provider whose new token ends the old one that would be a second issue.</remarks>
internal sealed class SendWatch
{
    /// <summary>Where a request carries its watch.</summary>
    public static readonly HttpRequestOptionsKey<SendWatch> Key = new("TokenFunctions.SendWatch");

    // A connection is made on another flow than the request's; writes happen on the request's own.
    private static readonly AsyncLocal<SendWatch?> Flow = new();

    private object? sender;

    /// <summary>The watch of the request that is being sent on this flow; null = none.</summary>
    public static SendWatch? Current
    {
        get => Flow.Value;
        set => Flow.Value = value;
    }

    /// <summary>Whether a byte of the request may have left this machine.</summary>
    public bool HasSent => Volatile.Read(ref sender) is not null;

    /// <summary>Notes that a connection sends the request.</summary>
    /// <returns>False when another connection did so before.</returns>
    public bool TrySend(object connection)
    {
        var first = Interlocked.CompareExchange(ref sender, connection, null);
        return first is null || ReferenceEquals(first, connection);
    }
}
