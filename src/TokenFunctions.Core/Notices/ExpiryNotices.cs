using System.Globalization;
using TokenFunctions.Storage;

namespace TokenFunctions.Notices;

/// <summary>Tells the operators of secrets that are about to expire: once for each end, over all instances, as what was
/// told stands in the secret's row.</summary>
public sealed class ExpiryNotices(
    ExpiryStore secrets, Messenger messenger, CredentialLog log, StoreClock clock, Random random)
{
    private const string WhatToDo =
        "Have the provider issue a new credential and store it, with its own expires_at, by POST /api/secret.";

    /// <summary>Tells of the secret if its end is near and nobody told of it yet: for whoever comes by, such as the
    /// sweep.</summary>
    /// <param name="secret">The secret as it was read a moment ago.</param>
    /// <param name="cancellationToken">Ends the work before it has begun; what is begun is ended.</param>
    /// <exception cref="StoreUnavailableException">The store does not answer.</exception>
    public async Task TellAsync(Secret secret, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(secret);
        // Null = the secret was changed: the next who comes by tells of it.
        if (await LoggedAsync(secret, cancellationToken) is not { } logged) return;
        secret = logged;
        if (!messenger.IsReady || ExpiryRule.Claimed(secret, clock.Now) is not { } memory) return;
        if (await secrets.TrySaveAsync(secret, memory, cancellationToken) is not { } claim) return;
        if (await messenger.SendAsync(NoticeOf(claim)) is not { } delivery) return;
        var settled = delivery.IsDone
            ? ExpiryRule.Told(memory.Of!.Value)
            : memory with { NotBefore = clock.Now + DeliveryTimes.Pause(memory.Tries, delivery.RetryAfter, random) };
        await SettleAsync(claim, settled);
    }

    // The log is told whether or not there is a webhook, and once as well.
    private async Task<Secret?> LoggedAsync(Secret secret, CancellationToken cancellationToken)
    {
        if (!ExpiryRule.IsToLog(secret, clock.Now)) return secret;
        cancellationToken.ThrowIfCancellationRequested();
        var (end, noted) = (secret.ExpiresAt!.Value, secret with { ExpiryLogged = secret.ExpiresAt });
        var saved = await NoteAsync(noted, end);
        if (saved is not null) log.TellExpiring(secret.Key, end, end - clock.Now);
        return saved;
    }

    // A write whose answer was lost may have taken effect, and then nobody else will tell.
    private async Task<Secret?> NoteAsync(Secret noted, DateTimeOffset end)
    {
        try
        {
            return await secrets.TrySaveAsync(noted, noted.ExpiryNotice, CancellationToken.None);
        }
        catch (StoreUnavailableException)
        {
            var found = await secrets.FindAsync(noted.Key, CancellationToken.None);
            if (found?.ExpiryLogged == end) return found;
            throw;
        }
    }

    private async Task SettleAsync(Secret claim, ExpiryMemory settled)
    {
        for (var current = claim; current?.ExpiryNotice == claim.ExpiryNotice;)
        {
            if (await secrets.TrySaveAsync(current, settled, CancellationToken.None) is not null) return;
            current = await secrets.FindAsync(claim.Key, CancellationToken.None);
        }
    }

    private static Notice NoticeOf(Secret secret)
    {
        var end = secret.ExpiresAt!.Value.ToUniversalTime();
        var detail = string.Create(
            CultureInfo.InvariantCulture, $"The secret ends at {end:yyyy-MM-dd'T'HH:mm:ss'Z'}, by its expires_at.");
        return new Notice(Notice.Expiring, secret.Key, end - ExpiryRule.Ahead, detail)
        {
            ExpiresAt = end,
            WhatToDo = WhatToDo,
        };
    }
}
