using TokenFunctions.Quotas;
using TokenFunctions.Realms;
using TokenFunctions.Storage;
using TokenFunctions.Storage.Vault;
using TokenFunctions.Tokens;

namespace TokenFunctions.Renewals;

/// <summary>One run of a realm's plan under one lease. It belongs to the broker: nobody's leaving cancels it.</summary>
internal sealed class Attempt(
    SentNote note, Preparation preparation, Parents parents, ProviderCall provider, Ledger ledger, RealmGates gates,
    StoreClock clock, BrokerTimes times)
{
    /// <summary>Makes the attempt; null = the lease was lost, and somebody else renews.</summary>
    /// <param name="leased">The row with the lease.</param>
    /// <param name="takenAt">When the lease was taken.</param>
    /// <param name="permit">Counts its call; it is spent when it sends.</param>
    public async Task<RenewalEnd?> RunAsync(TokenState leased, DateTimeOffset takenAt, CallPermit permit)
    {
        Prepared? prepared;
        SendWindow window;
        try
        {
            (prepared, var obstacle) = await preparation.PrepareAsync(leased);
            if (prepared is null) return await ledger.ReleaseAsync(leased, obstacle!);
            if (prepared.Holding(leased, clock.Now) is { } holding) return await ledger.ReleaseAsync(leased, holding);
            window = new SendWindow(clock, times, prepared.Plan.Policy, takenAt, leased.LeaseEnd!.Value);
            if (obstacle is null)
                (prepared, obstacle) = await parents.EquipAsync(prepared, Parents.NoneRefused, window);
            if (obstacle is not null) return await RefuseAsync(leased, prepared, obstacle);
            if (!window.IsOpen) return await ledger.ReleaseAsync(leased, Refusals.NoTimeToSend());
            if (!await gates.EnterAsync(prepared.Realm.Id, prepared.Plan.Policy, window.Spare))
                return await ledger.ReleaseAsync(leased, Refusals.NoSlot());
        }
        catch (Exception e) when (e is StoreUnavailableException or VaultUnavailableException)
        {
            await ledger.GiveBackAsync(leased);
            throw;
        }

        try
        {
            return await CallAsync(leased, prepared, window, permit);
        }
        finally
        {
            gates.Leave(prepared.Realm.Id);
        }
    }

    // Which keys this instance lacks says nothing of the token: another one takes over at once, if it has them.
    private Task<RenewalEnd?> RefuseAsync(TokenState leased, Prepared prepared, TokenFailure obstacle) =>
        obstacle.Kind == FailureKind.SealingKeyUnknown
            ? ledger.ReleaseAsync(leased, obstacle)
            : ledger.RecordAsync(leased, prepared, UpstreamAnswer.NotSent(obstacle, clock.Now), clock.Now);

    private async Task<RenewalEnd?> CallAsync(
        TokenState leased, Prepared prepared, SendWindow window, CallPermit permit)
    {
        TokenState? noted;
        try
        {
            if (await permit.TakeAsync() is { } refusal) return await ledger.ReleaseAsync(leased, refusal);
            (noted, prepared) = await note.WriteAsync(leased, prepared);
        }
        catch (Exception e) when (e is StoreUnavailableException or VaultUnavailableException)
        {
            await ledger.GiveBackAsync(leased);
            throw;
        }

        if (noted is null) return null;
        if (!window.IsOpen) return await ledger.ReleaseAsync(noted, Refusals.NoTimeToSend());
        if (noted.StateNumber != prepared.StateNumber)
            return await ledger.ReleaseAsync(noted, Refusals.StateRenewed());
        permit.Spend();
        var (sent, answer, sentAt) = await provider.MakeAsync(prepared, window);
        return await ledger.RecordAsync(noted, sent, answer, sentAt);
    }
}
