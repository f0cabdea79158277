using System.Globalization;
using TokenFunctions.Realms;
using TokenFunctions.Storage;
using TokenFunctions.Tokens;

namespace TokenFunctions.Renewals;

/// <summary>The failures that are the service's own, not the provider's.</summary>
internal static class Refusals
{
    public static TokenFailure UnknownRealm(string realm) =>
        new(FailureKind.UnknownRealm, $"There is no realm '{realm}'. Create it with POST /api/realm.");

    public static TokenFailure UnknownSecret(TokenKey key) => new(
        FailureKind.UnknownSecret,
        $"The realm '{key.Realm}' has no secret '{key.Key}'. Create it with POST /api/secret.");

    public static TokenFailure UnreadableRealm(string realm) => new(
        FailureKind.Rejected, $"This release cannot read the config of the realm '{realm}'. Save the realm again.");

    public static TokenFailure NoValues(TokenKey key) => new(
        FailureKind.VaultUnavailable,
        $"The vault does not hold the values of the secret '{key.Key}'. Remove it and save it again.");

    public static TokenFailure StoreUnavailable() => new(
        FailureKind.StoreUnavailable,
        "The store cannot be reached, so it is not known whether a token is there. Try again.");

    public static TokenFailure RowTooNew(string message) => new(FailureKind.StoreUnavailable, message);

    public static TokenFailure VaultUnavailable(string message) => new(FailureKind.VaultUnavailable, message);

    public static TokenFailure InputMissing(TokenKey key, string input) => new(
        FailureKind.WaitingForInput,
        $"The realm '{key.Realm}' waits for the input '{input}' of the key '{key.Key}', which nobody has pushed yet. "
        + $"Send it with POST /api/input/{key.Realm}/{key.Key}.");

    public static TokenFailure InputNotGiven(string input) => new(
        FailureKind.WaitingForInput,
        $"The realm waits for the input '{input}'. Send it as a member of inputs, or name a stored secret by key.");

    public static TokenFailure InputTooOld(TokenKey key, InputRule rule, PushedInput input) => new(
        FailureKind.WaitingForInput,
        string.Create(
            CultureInfo.InvariantCulture,
            $"The realm '{key.Realm}' waits for a new input '{rule.Name}' of the key '{key.Key}': the last one came at "
            + $"{input.ReceivedAt:yyyy-MM-dd'T'HH:mm:ss'Z'} and may be {rule.MaxAge?.TotalSeconds:F0} s old. ")
        + $"Send it with POST /api/input/{key.Realm}/{key.Key}.");

    // A key that this instance lacks is lacking for this token too, and another instance may have it.
    public static TokenFailure ParentFailed(TokenKey parent, TokenFailure failure) => new(
        failure.Kind == FailureKind.SealingKeyUnknown ? failure.Kind : FailureKind.UpstreamTokenInvalid,
        $"The token of the realm '{parent.Realm}', key '{parent.Key}', with which this one is got, cannot be had: "
        + failure.Detail)
    {
        RetryAt = failure.RetryAt,
    };

    public static TokenFailure ParentSlow(TokenKey parent) => new(
        FailureKind.UpstreamTokenInvalid,
        $"The token of the realm '{parent.Realm}', key '{parent.Key}', with which this one is got, "
        + "was not there within this realm's policy.timeout_ms. Try again.");

    public static TokenFailure ParentNameless(string realm) => new(
        FailureKind.UpstreamTokenInvalid,
        $"The secret's fields make no valid key for the realm '{realm}', whose token this one is got with. "
        + "Check the fields that uses.key reads.");

    public static TokenFailure UnknownGeneration() => new(
        FailureKind.UnknownGeneration,
        "The generation reported as invalid was never stored: it is not one of this token, or the store was down when "
        + "it was issued. Send the generation of the answer whose token was refused, or ask without it.");

    public static TokenFailure InProgress(DateTimeOffset retryAt) => new(
        FailureKind.RenewalInProgress,
        "The token is being renewed, and that has not ended within the time a caller waits. Ask again.")
    {
        RetryAt = retryAt,
    };

    public static TokenFailure TooSoon(DateTimeOffset retryAt) => new(
        FailureKind.RenewalInProgress,
        "The provider was asked for this token a moment ago, and the realm's policy.min_interval_sec keeps the next "
        + "call until the time given. Ask again then.")
    {
        RetryAt = retryAt,
    };

    public static TokenFailure Uncertain(TokenKey key, DateTimeOffset sentAt) => new(
        FailureKind.Uncertain,
        string.Create(
            CultureInfo.InvariantCulture,
            $"The call that was sent at {sentAt:yyyy-MM-dd'T'HH:mm:ss'Z'} may have used up the values of state that ")
        + "went with it (such as a refresh token) and nobody saw newer ones, so nothing is sent any more by itself. "
        + "Find out at the provider whether they still work: if so, POST "
        + $"/api/status/{key.Realm}/{key.Key}/retry sends them again; else save a new initial value by "
        + "POST /api/secret.");

    public static TokenFailure NoSlot() => new(
        FailureKind.Transient,
        "As many calls as the realm's policy.concurrency or TokenFunctions__Egress__PerRealm allows were under way for "
        + "all of the time of this one; nothing was sent. Try again.");

    public static TokenFailure TooLarge() => new(
        FailureKind.Rejected,
        "The provider's token with its extra values is too large to be stored. Take values out of response.extra.");

    public static TokenFailure ClientFault() => new(
        FailureKind.Transient,
        "Asking the provider ended in a fault of this service; its log names the kind. Try again.");

    public static TokenFailure StateRenewed() => new(
        FailureKind.Transient,
        "A late answer to an earlier call renewed the state just now; nothing was sent with the old one. Try again.");

    public static TokenFailure NoTimeToSend() => new(
        FailureKind.Transient,
        "The store was too slow to leave time for a call to the provider; nothing was sent. Try again.");
}
