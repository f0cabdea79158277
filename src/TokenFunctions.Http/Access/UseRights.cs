using Microsoft.AspNetCore.Http;
using TokenFunctions.Http.Input;
using TokenFunctions.Http.Problems;
using TokenFunctions.Realms;
using TokenFunctions.Registry;
using TokenFunctions.Storage;
using TokenFunctions.Tokens;

namespace TokenFunctions.Http.Access;

/// <summary>Whether the sender may have tokens of other realms sent where it says. A realm that uses another one's
/// token sends it to its own addresses, so whoever writes those must be allowed to read that token.</summary>
internal sealed class UseRights(RealmCatalog realms)
{
    /// <summary>Why the sender may not write such a realm, or set its inputs, which can be a part of its addresses;
    /// null = it may. A key that the secret makes may be any.</summary>
    public static Problem? Refuse(HttpContext context, RealmPlan plan) => plan.Uses
        .Select(use => use.FixedKey is { } key
            ? context.Refuse(Verb.Read, new TokenKey(use.Realm, key))
            : context.Refuse(Verb.Read, use.Realm))
        .FirstOrDefault(refused => refused is not null);

    /// <summary>Why the sender may not have a stored realm's plan tried so; null = it may. Who gives a secret says
    /// which keys are used by it. A stored secret was checked when it was stored, but not for whoever says now where it
    /// takes what it uses: inputs can be a part of the address too.</summary>
    public static Problem? Refuse(HttpContext context, RealmPlan plan, TrialInput input) =>
        input is { Secret: null, Inputs.Count: > 0 }
            ? Refuse(context, plan)
            : Refuse(context, plan, input.Secret ?? SecretFields.None);

    /// <summary>Why the sender may not store such a secret; null = it may.</summary>
    public async Task<Problem?> RefuseAsync(HttpContext context, SecretDraft draft)
    {
        // The service follows it with its own identity, which may read other people's secrets too.
        if (draft.VaultSecret is not null && context.Refuse(Verb.Admin) is { } refused) return refused;
        if (context.Requester()!.MayAll(Verb.Read)) return null;
        if (await realms.ReadAnewAsync(draft.Key.Realm) is not { } realm) return null;
        return realm.Plan is { } plan ? Refuse(context, plan, draft.Fields) : ResourceProblem.RealmUnreadable();
    }

    /// <summary>Why the sender may not have such fields stored for a plan; null = it may. They can say the keys of what
    /// it uses, and parts of the addresses that it is sent to, so a fixed key is asked about too.</summary>
    public static Problem? Refuse(HttpContext context, RealmPlan plan, SecretFields fields) => plan.Uses
        .Select(use => (use.FixedKey ?? use.KeyFor(fields)) is { } key
            ? context.Refuse(Verb.Read, new TokenKey(use.Realm, key))
            : null)
        .FirstOrDefault(refused => refused is not null);
}
