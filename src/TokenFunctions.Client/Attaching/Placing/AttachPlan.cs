using TokenFunctions.Client.Attaching.Hosts;
using TokenFunctions.Realms;
using TokenFunctions.Tokens;

namespace TokenFunctions.Client.Attaching.Placing;

/// <summary>How one token is used: what the options and the token's source say together.</summary>
internal sealed class AttachPlan(TokenKey key, TokenHandlerOptions options, NamedHosts? own, AttachRule? told)
{
    private readonly bool isUsable = !AttachFaults.Of(options.Attach ?? told ?? new()).Any();

    /// <summary>What the source said.</summary>
    public AttachRule? Told => told;

    /// <summary>How the token is put on a request.</summary>
    public AttachRule Rule { get; } = options.Attach ?? told ?? new();

    /// <summary>Where the token may go.</summary>
    public NamedHosts Hosts { get; } = own ?? NamedHosts.OfRule(key, told);

    /// <summary>Which answers say that the token is dead.</summary>
    public DeadAnswers Dead { get; } = new(options.Attach is { Dead.Count: > 0 } attach ? attach : told ?? new());

    /// <summary>Puts the token on a request that goes to a named host.</summary>
    /// <exception cref="TokenHostException">It goes elsewhere.</exception>
    /// <exception cref="TokenUnavailableException">The token cannot stand where the rule says.</exception>
    public void Put(HttpRequestMessage request, Token token)
    {
        Hosts.Check(request);
        if (token.Value.Reveal().Length == 0) throw TokenPlace.Empty(token);
        if (options.Put is not { } put)
        {
            if (!isUsable) throw TokenPlace.Unfit(token);
            TokenPlace.Put(request, Rule, token);
            return;
        }
        put(request, token);
        Hosts.Check(request);
    }
}
