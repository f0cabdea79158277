using TokenFunctions.Client.Attaching.Hosts;
using TokenFunctions.Tokens;

namespace TokenFunctions.Client.Attaching.Placing;

/// <summary>The plan for each answer of a source, made anew only when the source says something else.</summary>
internal sealed class AttachPlans(TokenKey key, TokenHandlerOptions options)
{
    private AttachPlan? last;

    /// <summary>Where the token may go by the options; null = the realm says it.</summary>
    public NamedHosts? Own { get; } = NamedHosts.OfOptions(key, options);

    /// <summary>The plan for an answer with a token.</summary>
    public AttachPlan For(TokenResult result)
    {
        var known = Volatile.Read(ref last);
        if (known is not null && ReferenceEquals(known.Told, result.Attach)) return known;
        var plan = new AttachPlan(key, options, Own, result.Attach);
        Volatile.Write(ref last, plan);
        return plan;
    }
}
