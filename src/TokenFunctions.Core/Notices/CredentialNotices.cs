using TokenFunctions.Storage;
using TokenFunctions.Tokens;

namespace TokenFunctions.Notices;

/// <summary>Tells the operators of credentials that stopped working and of those that work again: once each over all
/// instances, as what is owed stands in the token's row.</summary>
/// <remarks>A crash between sending and writing down that it was sent makes a second sending, under the same id.</remarks>
public sealed class CredentialNotices(
    TokenStore tokens, Messenger messenger, ExplainFailure explain, StoreClock clock, Background background,
    Random random)
{
    /// <summary>Tells what the row owes, if nobody else is at it: for whoever comes by, such as the sweep. Never waits
    /// long for the receiver; what it does not take stays owed.</summary>
    /// <exception cref="StoreUnavailableException">The store does not answer.</exception>
    public async Task DeliverOwedAsync(TokenKey key, CancellationToken cancellationToken)
    {
        if (messenger.HasReceiver) await DeliverOwedAsync(await tokens.GetAsync(key, cancellationToken));
    }

    /// <summary>The same for a row that was read a moment ago. One that is settled and uncertain, which no attempt
    /// wrote, is noticed here.</summary>
    /// <exception cref="StoreUnavailableException">The store does not answer.</exception>
    public async Task DeliverOwedAsync(TokenState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (!messenger.HasReceiver || state.ETag is null) return;
        var memory = Noticing.After(state, clock.Now);
        if (memory == state.Notice && messenger.IsReady) memory = Noticing.Claimed(memory, clock.Now) ?? memory;
        if (memory == state.Notice) return;
        var isOver = Noticing.IsOver(memory, clock.Now);
        if (isOver) memory = Noticing.Settled(memory);
        // Null = the row was changed: its writer, or the next who comes by, tells it.
        if (await tokens.TrySaveAsync(state with { Notice = memory }, CancellationToken.None) is not { } claim) return;
        if (isOver) messenger.GiveUp(CredentialNotice.TypeOf(state.Notice.Owed), state.Key);
        else await SendAsync(claim);
    }

    /// <summary>The row with what it owes the operators after what is about to be written: it goes into the same
    /// write. Without a webhook nothing is owed.</summary>
    internal TokenState Note(TokenState state) => state with
    {
        Notice = messenger.HasReceiver ? Noticing.After(state, clock.Now) : NoticeMemory.None,
    };

    /// <summary>Tells, behind the back of whoever waits for the attempt, what its row owes.</summary>
    /// <param name="before">The row before the attempt's end.</param>
    /// <param name="after">The row as this process wrote it.</param>
    internal void Tell(TokenState before, TokenState after)
    {
        if (!messenger.HasReceiver || after.Notice.Owed == NoticeKind.None) return;
        var isOwn = !Noticing.IsSame(before.Notice, after.Notice);
        background.Run("notice", () => isOwn ? SendAsync(after) : DeliverOwedAsync(after));
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
