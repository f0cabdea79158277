using TokenFunctions.Realms;
using TokenFunctions.Renewals.Judging;
using TokenFunctions.Storage;
using TokenFunctions.Tokens;

namespace TokenFunctions.Renewals;

/// <summary>All that an attempt needs, read anew under its lease.</summary>
internal sealed record Prepared(Realm Realm, RealmPlan Plan, Secret Secret, CallMaterial Material)
{
    /// <summary>The number of the state that is sent.</summary>
    public long StateNumber { get; init; }

    /// <summary>Whether what is sent begins a chain of values that the row does not hold yet.</summary>
    public bool StartsChain { get; init; }

    /// <summary>The tokens of other realms that are used, by <c>uses.as</c>.</summary>
    public IReadOnlyDictionary<string, Token> Parents { get; init; } =
        new Dictionary<string, Token>(StringComparer.Ordinal);

    /// <summary>The failure whose back-off holds for this realm and this secret; null = the provider may be asked. Who
    /// took the lease may have known older ones only, for which it does not hold.</summary>
    public TokenFailure? Holding(TokenState leased, DateTimeOffset now) =>
        new Situation(Realm, Plan, Secret, leased, now).Holding;

    /// <summary>The same with these tokens of other realms.</summary>
    public Prepared Using(IReadOnlyDictionary<string, Token> parents) => this with
    {
        Parents = parents,
        Material = Material with
        {
            Uses = parents.ToDictionary(used => used.Key, used => used.Value.Value, StringComparer.Ordinal),
        },
    };
}
