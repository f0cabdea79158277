using Microsoft.Extensions.Logging;
using TokenFunctions.Realms;
using TokenFunctions.Registry;
using TokenFunctions.Storage;
using TokenFunctions.Storage.Sealing;
using TokenFunctions.Storage.Vault;
using TokenFunctions.Tokens;

namespace TokenFunctions.Renewals;

/// <summary>One run of a realm's plan under one lease. It belongs to the broker: nobody's leaving cancels it.</summary>
internal sealed partial class Attempt(
    TokenStore tokens, RealmCatalog realms, SecretCatalog secrets, IRealmClient client, Ledger ledger, StoreClock clock,
    BrokerTimes times, ILogger<Attempt> logger)
{
    /// <summary>Makes the attempt; null = the lease was lost, and somebody else renews.</summary>
    public async Task<RenewalEnd?> RunAsync(TokenState leased, DateTimeOffset takenAt)
    {
        var (prepared, obstacle) = await PrepareAsync(leased.Key);
        if (prepared is null) return await ledger.ReleaseAsync(leased, obstacle!);
        if (obstacle is not null) return await ledger.RecordAsync(leased, prepared, NotSent(obstacle), clock.Now);
        if (TimeToSend(leased, prepared.Plan, takenAt) < times.LeastSend) return await ledger.ReleaseAsync(leased, Refusals.NoTimeToSend());

        if (await NoteSentAsync(leased) is not { } noted) return null;
        var timeout = TimeToSend(leased, prepared.Plan, takenAt);
        if (timeout < times.LeastSend) return await ledger.ReleaseAsync(noted, Refusals.NoTimeToSend());

        var sentAt = clock.Now;
        var answer = await client.AskAsync(prepared.Plan, prepared.Fields, timeout);
        Report(leased, answer);
        return await ledger.RecordAsync(noted, prepared, answer, sentAt);
    }

    private async Task<(Prepared? Prepared, TokenFailure? Obstacle)> PrepareAsync(TokenKey key)
    {
        var realm = await realms.ReadAnewAsync(key.Realm);
        if (realm is null) return (null, Refusals.UnknownRealm(key.Realm));
        if (realm.Plan is null) return (null, Refusals.UnreadableRealm(key.Realm));
        var secret = await secrets.ReadAnewAsync(key);
        if (secret is null) return (null, Refusals.UnknownSecret(key));
        var (fields, trouble) = await ReadFieldsAsync(secret);
        return (new Prepared(realm.Realm, realm.Plan, secret, fields ?? SecretFields.None), trouble);
    }

    private async Task<(SecretFields? Fields, TokenFailure? Trouble)> ReadFieldsAsync(Secret secret)
    {
        try
        {
            var fields = await secrets.ReadFieldsAsync(secret);
            return (fields, fields is null ? Refusals.NoValues(secret.Key) : null);
        }
        catch (VaultUnavailableException e)
        {
            return (null, Refusals.VaultUnavailable(e.Message));
        }
        catch (SealBrokenException e)
        {
            return (null, Refusals.SealBroken(e.Message));
        }
    }

    private static UpstreamAnswer NotSent(TokenFailure obstacle) =>
        UpstreamAnswer.Of(new UpstreamFailure(obstacle.Kind, obstacle.Detail, UpstreamReach.NotSent));

    // Both guards are needed: the write refuses a holder that was overtaken before it, the read one that was overtaken
    // while the answer of the write was on its way.
    private async Task<TokenState?> NoteSentAsync(TokenState leased)
    {
        var noted = await ledger.WriteOwnAsync(leased, state => new(state with { SentAt = clock.Now }));
        if (noted is null) return null;
        var now = await tokens.GetAsync(leased.Key, CancellationToken.None);
        return string.Equals(now.LeaseId, leased.LeaseId, StringComparison.Ordinal) ? now : null;
    }

    private TimeSpan TimeToSend(TokenState leased, RealmPlan plan, DateTimeOffset takenAt)
    {
        var now = clock.Now;
        var ofTimeout = takenAt + plan.Policy.Timeout - now;
        var ofLease = leased.LeaseEnd!.Value - times.SendMargin - now;
        return ofTimeout < ofLease ? ofTimeout : ofLease;
    }

    private void Report(TokenState leased, UpstreamAnswer answer)
    {
        if (answer.HasToken) LogIssued(leased.Key, leased.Attempt);
        else LogFailed(leased.Key, leased.Attempt, answer.Failure.Kind, answer.Failure.Reach, answer.Failure.Code ?? "-");
    }

    [LoggerMessage(1101, LogLevel.Information, "Provider issued a token for {Key} (attempt {Attempt})")]
    private partial void LogIssued(TokenKey key, long attempt);

    [LoggerMessage(1102, LogLevel.Warning, "Provider issued no token for {Key} (attempt {Attempt}): {Kind}, {Reach}, code {Code}")]
    private partial void LogFailed(TokenKey key, long attempt, FailureKind kind, UpstreamReach reach, string code);
}
