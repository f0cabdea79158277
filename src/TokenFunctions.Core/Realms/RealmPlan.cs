using TokenFunctions.Realms.Requests;
using TokenFunctions.Realms.Responses;
using TokenFunctions.Realms.Vars;

namespace TokenFunctions.Realms;

/// <summary>A realm's config, compiled once: what to send, where the token is, how the provider re-issues.</summary>
public sealed class RealmPlan
{
    /// <summary>How the provider re-issues.</summary>
    public required RealmPolicy Policy { get; init; }

    /// <summary>How the token is put on a request.</summary>
    public required AttachRule Attach { get; init; }

    /// <summary>The secret fields that the plan cannot do without.</summary>
    public required IReadOnlyList<string> SecretFields { get; init; }

    /// <summary>The tokens of other realms that it needs.</summary>
    public IReadOnlyList<UseRule> Uses { get; init; } = [];

    /// <summary>The pushed values that it needs.</summary>
    public IReadOnlyList<InputRule> Inputs { get; init; } = [];

    /// <summary>The values that it keeps from answer to answer.</summary>
    public IReadOnlyList<StateRule> State { get; init; } = [];

    /// <summary>What is computed first, in order.</summary>
    internal IReadOnlyList<VarPlan> Vars { get; init; } = [];

    /// <summary>The private exchanges before the main one, in order.</summary>
    internal IReadOnlyList<StepPlan> Steps { get; init; } = [];

    /// <summary>The client certificate; null = none.</summary>
    internal TlsPlan? Tls { get; init; }

    /// <summary>What is sent; null where nothing is: modes <c>local</c> and <c>static</c>.</summary>
    internal RequestPlan? Request { get; init; }

    /// <summary>How the answer is read; null in a plan that <see cref="RealmCompiler"/> did not make.</summary>
    internal ResponsePlan? Response { get; init; }
}
