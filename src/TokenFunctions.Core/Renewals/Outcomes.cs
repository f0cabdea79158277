using TokenFunctions.Quotas;
using TokenFunctions.Realms;
using TokenFunctions.Renewals.Judging;
using TokenFunctions.Storage;
using TokenFunctions.Storage.Sealing;
using TokenFunctions.Storage.Vault;
using TokenFunctions.Tokens;

namespace TokenFunctions.Renewals;

/// <summary>What an attempt's answer makes of the row.</summary>
internal sealed class Outcomes(
    TokenStore tokens, Keeping keeping, StoreClock clock, BrokerTimes times, Random random)
{
    private readonly Holds holds = new(times, random);

    /// <summary>The row with the token that was issued. The same value again keeps its generation. However often one
    /// answer is written, its generation is the same.</summary>
    /// <param name="state">The row.</param>
    /// <param name="prepared">What was sent.</param>
    /// <param name="token">What was issued.</param>
    /// <param name="sentAt">When the request for it was sent.</param>
    /// <param name="standIn">For a row that is not written: stands for the sealed value. Null = the value is
    /// sealed.</param>
    public async ValueTask<TokenState> SucceedAsync(
        TokenState state, Prepared prepared, UpstreamToken token, DateTimeOffset sentAt, byte[]? standIn = null)
    {
        var isSame = await HoldsAsync(state, token.Value, standIn is not null);
        var generation = isSame ? state.Generation : state.NextGeneration(sentAt);
        var sealedValue = standIn ?? await tokens.SealAsync(
            state.Key, generation, token.Value, token.Extra, CancellationToken.None);
        var (policy, expiresAt) = (prepared.Plan.Policy, sentAt + token.Life);
        var issuedAt = isSame ? state.IssuedAt : sentAt;
        var dueAt = RefreshPolicy.DueAt(policy, state.Key, generation, issuedAt, expiresAt);
        return await keeping.KeepAsync(Released(state), prepared, token.State, generation) with
        {
            Outcome = AttemptOutcome.Succeeded,
            Generation = generation,
            SealedValue = sealedValue,
            Type = token.Type,
            IssuedAt = issuedAt,
            ExpiresAt = expiresAt,
            Life = isSame && state.Life > token.Life ? state.Life : token.Life,
            DueAt = isSame ? RefreshPolicy.DueAgainAt(policy, dueAt, expiresAt, clock.Now) : dueAt,
            IsConfirmed = isSame,
            CalledAt = sentAt,
            UncertainSince = null,
            Force = ForceRules.Renewed(state, isSame, policy, sentAt),
            ValueAttempt = state.Attempt,
            EmptySince = null,
            RealmVersion = prepared.Realm.Version,
            SecretVersion = prepared.Secret.Version,
            IdentityVersion = prepared.Secret.IdentityVersion,
            Failure = null,
            FailureCount = 0,
            FailureRealmVersion = 0,
            FailureSecretVersion = 0,
        };
    }

    /// <summary>The row with the failure; the token that is there is not touched unless the provider may have replaced
    /// it. What the answer renewed is kept although its token cannot be used.</summary>
    public ValueTask<TokenState> FailAsync(
        TokenState state, Prepared prepared, UpstreamFailure failure, DateTimeOffset sentAt)
    {
        var failed = Fail(state, prepared, failure, sentAt);
        if (Doubt.IsLeftBy(failure)) failed = Doubt.Cast(failed, prepared.Plan.Policy, sentAt);
        if (failure.State.Count == 0) return new(failed);
        var certain = failed with { UncertainSince = null };
        return keeping.KeepAsync(certain, prepared, failure.State, state.NextGeneration(clock.Now));
    }

    private TokenState Fail(TokenState state, Prepared prepared, UpstreamFailure failure, DateTimeOffset sentAt)
    {
        var again = state.FailureRealmVersion == prepared.Realm.Version
            && state.FailureSecretVersion == prepared.Secret.Version;
        var count = again ? state.FailureCount + 1 : 1;
        var (now, policy) = (clock.Now, prepared.Plan.Policy);
        failure = Doubt.Explain(failure, state.Key, policy, sentAt);
        var failed = Released(state) with
        {
            Outcome = AttemptOutcome.Failed,
            Failure = new TokenFailure(failure.Kind, failure.Detail)
            {
                UpstreamCode = failure.Code,
                UpstreamMessage = failure.Message,
                At = now,
                RetryAt = holds.Until(failure, policy, prepared.Material.Forced, count, now),
            },
            CalledAt = failure.Reach == UpstreamReach.NotSent ? state.CalledAt : sentAt,
            FailureCount = count,
            FailureRealmVersion = prepared.Realm.Version,
            FailureSecretVersion = prepared.Secret.Version,
        };
        return failure.Reach == UpstreamReach.Unanswered
            ? Settlement.Unanswered(failed, policy, sentAt)
            : failed;
    }

    private TokenState Released(TokenState state) => state with
    {
        LeaseId = null,
        LeaseEnd = null,
        SentAt = null,
        // What was in the way of the attempt before anything was sent costs the provider nothing.
        Quota = state.SentAt is null
            ? SecretCounts.GiveBack(state.Quota)
            : SecretCounts.Close(state.Quota, clock.Now),
    };

    private async ValueTask<bool> HoldsAsync(TokenState state, SecretText value, bool isHeld)
    {
        if (!state.HasValue) return false;
        try
        {
            return (await tokens.OpenAsync(state, CancellationToken.None)).Value.Equals(value);
        }
        catch (SealBrokenException)
        {
            // A value that cannot be opened any more is replaced by the new one, whatever it was.
            return false;
        }
        catch (VaultUnavailableException) when (isHeld)
        {
            // Whether a held value is the old one again shows when it is written.
            return false;
        }
    }
}
