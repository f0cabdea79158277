using TokenFunctions.Realms;

namespace TokenFunctions.Registry;

/// <summary>Finds realms whose tokens are got with each other in a circle: none of them could ever be got.</summary>
/// <param name="find">Gives the plan of another realm; null = there is none, or none that can be run.</param>
public sealed class UseChain(Func<string, CancellationToken, Task<RealmPlan?>> find)
{
    /// <summary>Looks among the stored realms.</summary>
    public UseChain(RealmCatalog realms)
        : this(async (id, cancellationToken) => (await realms.FindAsync(id, cancellationToken))?.Plan)
    {
    }

    /// <summary>The faults of a realm that is about to be saved; none when no use leads back to it.</summary>
    /// <param name="id">The realm.</param>
    /// <param name="plan">Its new plan.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<IReadOnlyList<RealmError>> CheckAsync(
        string id, RealmPlan plan, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(plan);
        List<RealmError> errors = [];
        for (var i = 0; i < plan.Uses.Count; i++)
        {
            var way = await WayBackAsync(plan.Uses[i].Realm, id, [], cancellationToken);
            if (way is null) continue;
            var pointer = $"/config/uses/{i}/realm";
            errors.Add(new(pointer, $"`{pointer}` leads back to this realm ({string.Join(" → ", [id, .. way])});"
                + " use a realm that is got without it."));
        }

        return errors;
    }

    private async Task<List<string>?> WayBackAsync(
        string from, string to, HashSet<string> seen, CancellationToken cancellationToken)
    {
        if (string.Equals(from, to, StringComparison.Ordinal)) return [from];
        if (!seen.Add(from)) return null;
        if (await find(from, cancellationToken) is not { } plan) return null;
        foreach (var use in plan.Uses)
            if (await WayBackAsync(use.Realm, to, seen, cancellationToken) is { } rest) return [from, .. rest];
        return null;
    }
}
