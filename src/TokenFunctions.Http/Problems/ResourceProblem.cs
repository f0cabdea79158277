using TokenFunctions.Tokens;

namespace TokenFunctions.Http.Problems;

/// <summary>What can be wrong with a change that was understood.</summary>
internal static class ResourceProblem
{
    public static Problem NotFound() =>
        new(404, "not_found", "There is no such route; the service's routes begin with /api/.");

    public static Problem CoreOnly() =>
        new(404, "core_only",
            "This process is a front: it hands out tokens, and has no realms, secrets or states. Ask the core that it"
                + " stands before.");

    public static Problem MethodNotAllowed() =>
        new(405, "method_not_allowed", "This route has other verbs; the Allow header names them.");

    public static Problem PreconditionFailed(string header) =>
        new(412, "precondition_failed", $"{header} does not hold for what is stored now,"
            + " and nothing was changed; read it again and decide anew.")
        {
            Field = header,
        };

    public static Problem RealmHasSecrets() =>
        new(409, "realm_has_secrets",
            "The realm has secrets, which would be lost with it; remove them first, or ask with force=true.");

    public static Problem RealmChanged() =>
        new(409, "realm_changed", "The realm was changed while it was being removed; read it again and decide anew.");

    public static Problem NoRealmAnyMore() =>
        FailureTable.Problem(FailureKind.UnknownRealm, "The realm was removed meanwhile; nothing was stored.");

    public static Problem UnknownPreset() =>
        new(404, "unknown_preset", "There is no such preset; GET /api/preset lists them.") { Field = "id" };

    /// <summary>Which tokens it uses cannot be told, so neither whether the sender may read them.</summary>
    public static Problem RealmUnreadable() =>
        new(409, "realm_unreadable",
            "This version of the service cannot read the stored realm, so it cannot tell which tokens of other realms"
                + " are sent where the secret says. Correct the realm by POST /api/realm, or have a caller that may"
                + " read every token store the secret. Nothing was stored.")
        {
            Field = "realm",
        };

    public static Problem NoInputs() =>
        new(409, "no_inputs", "The realm takes no pushed values: its config has no inputs. Nothing was stored.");
}
