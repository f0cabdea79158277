using TokenFunctions.Http.Callers;

namespace TokenFunctions.Http.Access;

/// <summary>Who sent a request, and what it may do.</summary>
/// <param name="Kind">How it showed who it is.</param>
/// <param name="Name">How the audit names it: a caller's id, else what stands for the kind.</param>
public sealed record Requester(RequesterKind Kind, string Name)
{
    /// <summary>Whoever has the admin key.</summary>
    public static Requester Operator { get; } = new(RequesterKind.Operator, "admin key");

    /// <summary>A program of this machine, where that is enough.</summary>
    public static Requester Local { get; } = new(RequesterKind.Local, "this machine");

    /// <summary>Whoever has a key of the Functions host, where that is enough.</summary>
    public static Requester Host { get; } = new(RequesterKind.Host, "function key");

    /// <summary>The rules it is bound by; null = it may do everything.</summary>
    public IReadOnlyList<CallerRule>? Rules { get; init; }

    /// <summary>The most requests in a second, in each process; null = as many as it likes.</summary>
    public int? RequestsPerSecond { get; init; }

    /// <summary>A caller, bound by its rules.</summary>
    public static Requester Of(Caller caller)
    {
        ArgumentNullException.ThrowIfNull(caller);
        return new Requester(RequesterKind.Caller, caller.Id)
        {
            Rules = caller.Allow,
            RequestsPerSecond = caller.RequestsPerSecond,
        };
    }

    /// <summary>Whether it may do that with this key of this realm.</summary>
    public bool May(Verb verb, string realm, string key)
    {
        if (Rules is null) return true;
        // By number, as each request for a token asks this: nothing is allocated so.
        for (var i = 0; i < Rules.Count; i++)
            if (Rules[i].Allows(verb, realm, key)) return true;
        return false;
    }

    /// <summary>Whether it may do that with every key of this realm, also with those that are not there yet.</summary>
    public bool MayAll(Verb verb, string realm) => Rules is null || Rules.Any(rule => rule.AllowsAll(verb, realm));

    /// <summary>Whether there can be a key of this realm that it may do that with; null = of any realm.</summary>
    public bool MaySome(Verb verb, string? realm) =>
        Rules is null || Rules.Any(rule => rule.AllowsSome(verb, realm));

    /// <summary>Whether there can be a realm that it may do that with every key of.</summary>
    public bool MaySomeRealm(Verb verb) => Rules is null || Rules.Any(rule => rule.AllowsSomeRealm(verb));

    /// <summary>Whether it may do that with every key of every realm.</summary>
    public bool MayAll(Verb verb) => Rules is null || Rules.Any(rule => rule.AllowsAll(verb));
}
