namespace TokenFunctions.Realms.Egress;

/// <summary>A connection that the egress rules do not allow. It crosses the HTTP stack, which knows failures as
/// exceptions only, and becomes a failure value in <see cref="RealmClient"/>.</summary>
internal sealed class EgressRefusedException : Exception
{
    /// <summary>A refusal.</summary>
    public EgressRefusedException()
    {
    }

    /// <summary>A refusal with a message.</summary>
    public EgressRefusedException(string message)
        : base(message)
    {
    }

    /// <summary>A refusal with a message and a cause.</summary>
    public EgressRefusedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>A refusal of a target for a reason.</summary>
    internal EgressRefusedException(EgressTarget target, EgressReason reason)
        : base("The egress rules do not allow the call.") => (Target, Reason) = (target, reason);

    /// <summary>Where the connection was to go.</summary>
    internal EgressTarget Target { get; }

    /// <summary>Why it must not.</summary>
    internal EgressReason Reason { get; }

    /// <summary>What happened and what to do, in one sentence.</summary>
    /// <param name="host">The host as it may be shown.</param>
    internal string Explain(string host) => Reason switch
    {
        EgressReason.Metadata =>
            $"The host `{host}` leads to a cloud's metadata address, which is never called; no setting opens it.",
        EgressReason.NotListed => $"The host `{host}` is none of those that may be called; to call it all the same add"
            + $" `{host}` to the setting {EgressRules.HostsSetting}.",
        EgressReason.PlainHttp => $"The host `{host}` would be called by plain http; use https, or add"
            + $" `http://{Bracketed(host)}:{Target.Port}` to the setting {EgressRules.Setting}.",
        _ => $"The host `{host}` has an address that is not public; to call it all the same add"
            + $" `{Bracketed(host)}:{Target.Port}` to the setting {EgressRules.Setting}.",
    };

    private static string Bracketed(string host) => host.Contains(':', StringComparison.Ordinal) ? $"[{host}]" : host;
}
