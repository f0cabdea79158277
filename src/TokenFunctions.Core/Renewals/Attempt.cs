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
        Prepared? prepared;
        SendWindow window;
        TokenState? noted;
        try
        {
            (prepared, var obstacle) = await PrepareAsync(leased.Key);
            if (prepared is null) return await ledger.ReleaseAsync(leased, obstacle!);
            if (obstacle is not null) return await ledger.RecordAsync(leased, prepared, NotSent(obstacle), clock.Now);
            window = new SendWindow(clock, times, prepared.Plan.Policy, takenAt, leased.LeaseEnd!.Value);
            if (!window.IsOpen) return await ledger.ReleaseAsync(leased, Refusals.NoTimeToSend());
            noted = await NoteSentAsync(leased);
        }
        catch (StoreUnavailableException)
        {
            await ledger.GiveBackAsync(leased);
            throw;
        }

        if (noted is null) return null;
        if (!window.IsOpen) return await ledger.ReleaseAsync(noted, Refusals.NoTimeToSend());
        var sentAt = clock.Now;
        var answer = await AskAsync(prepared, window.Left);
        Report(leased, answer);
        return await ledger.RecordAsync(noted, prepared, answer, sentAt);
    }

    private async Task<UpstreamAnswer> AskAsync(Prepared prepared, TimeSpan timeout)
    {
        try
        {
            return await client.AskAsync(prepared.Plan, new CallMaterial(prepared.Fields), timeout);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // The message of an exception may hold a credential (a header that cannot be sent), so only its type is
            // logged. It is not known whether anything was sent.
            LogFault(prepared.Secret.Key, e.GetType().FullName!);
            var fault = Refusals.ClientFault();
            return UpstreamAnswer.Of(new UpstreamFailure(fault.Kind, fault.Detail, UpstreamReach.Unanswered));
        }
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

    private void Report(TokenState leased, UpstreamAnswer answer)
    {
        if (answer.Failure is { } failure)
            LogFailed(leased.Key, leased.Attempt, failure.Kind, failure.Reach, failure.Code ?? "-");
        else
            LogIssued(leased.Key, leased.Attempt);
    }

    [LoggerMessage(1101, LogLevel.Information, "Provider issued a token for {Key} (attempt {Attempt})")]
    private partial void LogIssued(TokenKey key, long attempt);

    [LoggerMessage(1103, LogLevel.Error, "Asking the provider for {Key} ended in a fault: {Type}")]
    private partial void LogFault(TokenKey key, string type);

    [LoggerMessage(
        1102, LogLevel.Warning, "Provider issued no token for {Key} (attempt {Attempt}): {Kind}, {Reach}, code {Code}")]
    private partial void LogFailed(TokenKey key, long attempt, FailureKind kind, UpstreamReach reach, string code);
}
