namespace TokenFunctions.Realms.Egress;

/// <summary>Where a connection is to go.</summary>
/// <param name="Scheme"><c>http</c> or <c>https</c>, in lower case.</param>
/// <param name="Host">The host in lower case, without brackets and without a dot at its end.</param>
/// <param name="Port">The port.</param>
internal readonly record struct EgressTarget(string Scheme, string Host, int Port)
{
    /// <summary>The target with its texts as rules compare them.</summary>
    public static EgressTarget Of(string scheme, string host, int port) =>
        new(scheme.ToLowerInvariant(), host.Trim('[', ']').TrimEnd('.').ToLowerInvariant(), port);
}
