using TokenFunctions.Realms;

namespace TokenFunctions.Registry;

/// <summary>Finds realms whose tokens are got with each other in a circle: none of them could ever be got; and such as
/// are got with too many others in a row.</summary>
/// <param name="find">Gives the plan of another realm; null = there is none, or none that can be run.</param>
public sealed class UseChain(Func<string, CancellationToken, Task<RealmPlan?>> find)
{
    /// <summary>Looks among the stored realms.</summary>
    public UseChain(RealmCatalog realms)
        : this(async (id, cancellationToken) => (await realms.FindAsync(id, cancellationToken))?.Plan)
    {
    }

    /// <summary>The faults of a realm that is about to be saved; none when no use leads back to it, nor through more
    /// than 32 realms one after the other.</summary>
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
            var walk = new UseWalk(find, id);
            var way = await walk.WayBackAsync(plan.Uses[i].Realm, cancellationToken);
            var pointer = $"/config/uses/{i}/realm";
            if (way is not null)
                errors.Add(new(pointer, $"`{pointer}` leads back to this realm ({string.Join(" → ", [id, .. way])});"
                    + " use a realm that is got without it."));
            else if (walk.IsTooDeep)
                errors.Add(new(pointer, FormattableString.Invariant(
                    $"`{pointer}` leads through more than {UseWalk.MaxDepth} realms one after the other;")
                    + " use a realm that is got with fewer."));
        }

        return errors;
    }
}
