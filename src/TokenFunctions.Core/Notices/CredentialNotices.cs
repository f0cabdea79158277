using TokenFunctions.Storage;
using TokenFunctions.Tokens;

namespace TokenFunctions.Notices;

/// <summary>Tells the operators of credentials that stopped working and of those that work again: once each over all
/// instances, as what is owed stands in the token's row.</summary>
/// <remarks>A crash between sending and writing that down makes a second sending, under the same id.</remarks>
public sealed class CredentialNotices(
    TokenStore tokens, Messenger messenger, CredentialLog log, ExplainFailure explain, StoreClock clock,
    Background background, Random random)
{
    /// <summary>Tells what the row owes, if nobody else is at it: for whoever comes by, such as the sweep. Never waits
    /// long for the receiver; what it does not take stays owed.</summary>
    /// <exception cref="StoreUnavailableException">The store does not answer.</exception>
    public async Task DeliverOwedAsync(TokenKey key, CancellationToken cancellationToken)
    {
        if (!messenger.HasReceiver) return;
        await DeliverOwedAsync(await tokens.GetAsync(key, cancellationToken), cancellationToken);
    }

    /// <summary>The same for a row that was read a moment ago; cheap where it owes nothing.</summary>
    /// <param name="state">The row.</param>
    /// <param name="cancellationToken">Ends the work before it has begun; what is begun is ended.</param>
    /// <exception cref="StoreUnavailableException">The store does not answer.</exception>
    public async Task DeliverOwedAsync(TokenState state, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (!messenger.IsReady || Noticing.Claimed(state.Notice, clock.Now) is not { } memory) return;
        var isOver = Noticing.IsOver(memory, clock.Now);
        if (isOver) memory = Noticing.Settled(memory);
        // Null = the row was changed: its writer, or the next who comes by, tells it.
        if (await tokens.TrySaveAsync(state with { Notice = memory }, cancellationToken) is not { } claim) return;
        if (isOver) messenger.GiveUp(CredentialNotice.TypeOf(state.Notice.Owed), state.Key);
        else await SendAsync(claim);
    }

    /// <summary>Writes a row that an attempt changed, with what the operators are owed after it in the same write, and
    /// tells it behind the back of whoever waits. Without a webhook nothing is owed, but the log is told.</summary>
    /// <param name="before">The row as the attempt began with it.</param>
    /// <param name="state">The row as it is to be written.</param>
    /// <returns>The row as written; null = it was changed meanwhile.</returns>
    /// <exception cref="StoreUnavailableException">The store does not answer.</exception>
    internal async Task<TokenState?> TrySaveAsync(TokenState before, TokenState state)
    {
        var memory = messenger.HasReceiver ? Noticing.After(state, clock.Now) : NoticeMemory.None;
        var noted = CredentialLog.Noted(state, clock.Now) with { Notice = memory };
        var saved = await tokens.TrySaveAsync(noted, CancellationToken.None);
        if (saved is not null) log.Tell(state, saved);
        if (saved is { LeaseId: null, Notice.Owed: not NoticeKind.None }) Tell(before, saved);
        return saved;
    }

    /// <summary>Tells the log of a write that took effect although its answer was lost. What the webhook is owed for it
    /// stands in the row.</summary>
    /// <param name="before">The row before that write.</param>
    /// <param name="recorded">The row as it was found.</param>
    internal void TellRecorded(TokenState before, TokenState recorded)
    {
        // The death that a later attempt found was told by whoever made that one.
        if (!recorded.NeedsPerson || recorded.Attempt == before.Attempt) log.Tell(before, recorded);
    }

    private void Tell(TokenState before, TokenState saved)
    {
        var isOwn = !Noticing.IsSame(before.Notice, saved.Notice);
        background.Run("notice", () => isOwn ? SendAsync(saved) : DeliverOwedAsync(saved, CancellationToken.None));
    }

    private async Task SendAsync(TokenState claim)
    {
        if (await messenger.SendAsync(CredentialNotice.Of(claim, explain)) is not { } delivery) return;
        var isOver = !delivery.IsDone && Noticing.IsOver(claim.Notice, clock.Now);
        for (var current = claim; Noticing.IsSame(current.Notice, claim.Notice);)
        {
            var memory = delivery.IsDone || isOver ? Noticing.Settled(current.Notice) : Later(current.Notice, delivery);
            if (await tokens.TrySaveAsync(current with { Notice = memory }, CancellationToken.None) is not null) break;
            current = await tokens.GetAsync(claim.Key, CancellationToken.None);
        }

        if (isOver) messenger.GiveUp(CredentialNotice.TypeOf(claim.Notice.Owed), claim.Key);
    }

    private NoticeMemory Later(NoticeMemory memory, Delivery delivery) =>
        memory with { NotBefore = clock.Now + DeliveryTimes.Pause(memory.Tries, delivery.RetryAfter, random) };
}
