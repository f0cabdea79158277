using TokenFunctions.Realms.Requests;
using TokenFunctions.Realms.Responses;

namespace TokenFunctions.Realms;

/// <summary>A realm's config, compiled once: what to send, where the token is, how the provider re-issues.</summary>
public sealed class RealmPlan
{
    /// <summary>How the provider re-issues.</summary>
    public required RealmPolicy Policy { get; init; }

    /// <summary>How the token is put on a request.</summary>
    public required AttachRule Attach { get; init; }

    /// <summary>The secret fields that the plan reads.</summary>
    public required IReadOnlyList<string> SecretFields { get; init; }

    /// <summary>What is sent; null in a plan that <see cref="RealmCompiler"/> did not make.</summary>
    internal RequestPlan? Request { get; init; }

    /// <summary>How the answer is read; null in a plan that <see cref="RealmCompiler"/> did not make.</summary>
    internal ResponsePlan? Response { get; init; }
}
