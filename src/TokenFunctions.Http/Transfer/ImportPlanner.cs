using System.Text.Json;
using TokenFunctions.Http.Audit;
using TokenFunctions.Http.Callers;
using TokenFunctions.Http.Problems;
using TokenFunctions.Realms;
using TokenFunctions.Registry;

namespace TokenFunctions.Http.Transfer;

/// <summary>Compares an import with what is stored, and says what is to be done.</summary>
/// <param name="registrar">Changes realms and secrets.</param>
/// <param name="callers">Changes callers.</param>
internal sealed class ImportPlanner(Registrar registrar, CallerChanges callers)
{
    /// <summary>The steps, in the order in which they are taken: a realm before those that use its token.</summary>
    /// <param name="content">The import.</param>
    /// <param name="stored">What is stored.</param>
    /// <param name="differing">Takes the things that are there and differ.</param>
    public IReadOnlyList<ImportStep> Plan(ImportContent content, ImportStored stored, ImportFaults differing)
    {
        var ordered = RealmOrder.ParentsFirst(content.Realms, r => r.Id, r => r.Plan.Uses.Select(use => use.Realm));
        List<ImportStep> steps =
        [
            .. ordered.Select(realm => Step(realm, stored.Realms.GetValueOrDefault(realm.Id))),
            .. content.Secrets.Select(secret => Step(secret, stored)),
            .. content.Callers.Select(caller => Step(caller, stored.Callers.GetValueOrDefault(caller.Caller.Id))),
        ];
        IEnumerable<string> pointers =
        [
            .. ordered.Select(r => r.Pointer), .. content.Secrets.Select(s => s.Pointer),
            .. content.Callers.Select(c => c.Pointer),
        ];
        foreach (var (step, pointer) in steps.Zip(pointers))
            if (step.Planned == ImportResult.Replaced) differing.Add(pointer, "Is there already and differs.");
        return steps;
    }

    private static ImportResult Compare<T>(T? stored, Predicate<T> isLike)
        where T : class => stored is null ? ImportResult.Created
        : isLike(stored) ? ImportResult.Unchanged
        : ImportResult.Replaced;

    private static Problem OtherVersion() => ResourceProblem.PreconditionFailed("The version that was compared");

    private static bool IsLike(RealmDefinition wanted, Realm stored) =>
        JsonElement.DeepEquals(JsonElement.Parse(wanted.Config), JsonElement.Parse(stored.Config))
        && wanted == stored.Definition with { Config = wanted.Config };

    private ImportStep Step(ImportedRealm realm, Realm? stored)
    {
        var planned = Compare(stored, old => IsLike(realm.Definition, old));
        var step = new ImportStep(ImportKind.Realm, new Deed("realm.save") { Realm = realm.Id }, planned);
        return planned == ImportResult.Unchanged ? step : step with { WriteAsync = WriteAsync };

        async Task<Problem?> WriteAsync()
        {
            var saved = await registrar.SaveRealmAsync(
                realm.Definition, old => old?.Version == stored?.Version, CancellationToken.None);
            return saved is null ? ResourceProblem.RealmChanged() : null;
        }
    }

    private ImportStep Step(ImportedSecret secret, ImportStored all)
    {
        var stored = all.Secrets.GetValueOrDefault(secret.Key);
        var planned = Compare(stored, secret.IsLike);
        var step = new ImportStep(ImportKind.Secret, Deed.On("secret.save", secret.Key), planned);
        if (planned == ImportResult.Unchanged) return step;
        return secret.NeedsNoValues
            ? step with { WriteAsync = WriteAsync }
            : step with { Planned = ImportResult.NeedsValues, Fields = secret.FieldNames };

        async Task<Problem?> WriteAsync()
        {
            var hasChanged = false;
            var saved = await registrar.SaveSecretAsync(
                secret.Draft, old => !(hasChanged = old?.Version != stored?.Version), CancellationToken.None);
            if (saved is not null) return null;
            return hasChanged ? OtherVersion() : ResourceProblem.NoRealmAnyMore();
        }
    }

    private ImportStep Step(ImportedCaller caller, Caller? stored)
    {
        var planned = Compare(stored, caller.IsLike);
        var step = new ImportStep(ImportKind.Caller, new Deed("caller.save") { Subject = caller.Caller.Id }, planned);
        return planned == ImportResult.Unchanged ? step : step with { WriteAsync = WriteAsync };

        async Task<Problem?> WriteAsync()
        {
            var saving = await callers.SaveAsync(caller.Caller, old => old?.Version == stored?.Version);
            if (saving.Saved is not null) return null;
            return saving.TakenBy is { } holder
                ? CallerProblem.EntraTaken(holder)
                : OtherVersion();
        }
    }
}
