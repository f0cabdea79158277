using TokenFunctions.Storage.Sealing;
using TokenFunctions.Tokens;

namespace TokenFunctions.Renewals;

/// <summary>The failures of stored values that cannot be opened, and what heals each of them. A lost key and a changed
/// value are told apart: one is mended in the settings, the other is somebody's doing.</summary>
internal static class SealRefusals
{
    private const string AddKey = "Add that key to TokenFunctions__OlderSealingKeys.";
    private const string WhoWrites = "Find out who can write to the store beside this service.";

    /// <summary>A token. It is not handed out, and the provider is not asked in its place.</summary>
    public static TokenFailure Token(SealBrokenException e) => Of(
        e, "Asking with flush=true makes a new token.", "If it is lost, asking with flush=true makes a new token.");

    /// <summary>The values of <c>state</c>, such as a rotating refresh token. Its owner alone has another.</summary>
    public static TokenFailure State(TokenKey key, SealBrokenException e) => Of(
        e,
        "The stored state (such as a refresh token) is lost with it: have the account's owner give consent again, and "
            + "store the new initial value by POST /api/secret.",
        "If it is lost, the stored state (such as a refresh token) is lost with it: have the account's owner give "
            + $"consent again, DELETE /api/secret/{key.Realm}/{key.Key}, and store the new initial value by "
            + "POST /api/secret.");

    /// <summary>A pushed input.</summary>
    public static TokenFailure Input(TokenKey key, string name, SealBrokenException e)
    {
        var again = $"the input '{name}' is to be pushed again by POST /api/input/{key.Realm}/{key.Key}.";
        return Of(e, $"For a token {again}", $"If it is lost, {again}");
    }

    /// <summary>The values of a secret.</summary>
    public static TokenFailure Secret(TokenKey key, SealBrokenException e)
    {
        var again = $"the secret '{key.Key}' is to be stored again by POST /api/secret.";
        return Of(e, $"For a new token {again}", $"If it is lost, {again}");
    }

    private static TokenFailure Of(SealBrokenException e, string afterChange, string afterLoss) =>
        e.Fault == SealFault.UnknownKey
            ? new(FailureKind.SealingKeyUnknown, $"{e.Message} {AddKey} {afterLoss}")
            : new(FailureKind.SealBroken, $"{e.Message} {WhoWrites} {afterChange}");
}
