using TokenFunctions.Quotas;
using TokenFunctions.Realms;
using TokenFunctions.Storage;
using TokenFunctions.Tokens;

namespace TokenFunctions.Renewals;

/// <summary>Changes of a token's row that no attempt makes: an operator's, and those that follow a change of its secret
/// or of its inputs. They leave the lease alone.</summary>
internal sealed class Amendments(TokenStore tokens, StoreClock clock)
{
    /// <summary>Takes value, state, failure and notices away: what is made anew under this address is another
    /// credential. Generation, attempt and lease stay, so that nothing begun before the removal is mistaken for
    /// something after it.</summary>
    public async Task EmptyAsync(TokenKey key, CancellationToken cancellationToken)
    {
        while (await tokens.GetAsync(key, cancellationToken) is { ETag: not null } state
            && (state is not { SealedValue: null, SealedState: null, Failure: null }
                || state.Notice != NoticeMemory.None))
        {
            var empty = state with
            {
                SealedValue = null,
                SealedState = null,
                ExpiresAt = null,
                DueAt = null,
                UncertainSince = null,
                Failure = null,
                FailureCount = 0,
                Notice = NoticeMemory.None,
                NeedsPerson = false,
            };
            if (await tokens.TrySaveAsync(empty, cancellationToken) is not null) return;
        }
    }

    /// <summary>Lets the next renewal be tried at once. A failure stays to be seen, but holds nothing up.</summary>
    public async Task EndBackoffAsync(TokenKey key, CancellationToken cancellationToken)
    {
        while (await tokens.GetAsync(key, cancellationToken) is { Failure: not null } state)
            if (await tokens.TrySaveAsync(Free(state), cancellationToken) is not null) return;
    }

    /// <summary>The same for an operator who says: send it again. An uncertain state counts as certain then.</summary>
    /// <param name="key">Whose token.</param>
    /// <param name="policy">The realm's policy; null = the realm cannot be read.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task RetryAsync(TokenKey key, RealmPolicy? policy, CancellationToken cancellationToken)
    {
        while (true)
        {
            var read = await tokens.GetAsync(key, cancellationToken);
            // An attempt that a dead holder left is settled first, or it would be found uncertain after this. Its
            // lease's id stays: should the holder live after all, its answer is the best that can come.
            var state = policy is null ? read : Settlement.View(read, policy, clock.Now);
            var free = Free(state) with
            {
                UncertainSince = null,
                LeaseId = read.LeaseId,
                LeaseEnd = read.LeaseEnd,
                Outcome = read.Outcome,
                // Without its sending the row would look as if the call had not been made.
                Quota = state.SentAt == read.SentAt ? state.Quota : SecretCounts.Close(state.Quota, clock.Now),
            };
            if (free == read || await tokens.TrySaveAsync(free, cancellationToken) is not null) return;
        }
    }

    private static TokenState Free(TokenState state) => state.Failure is not { } failure ? state : state with
    {
        Failure = failure with { RetryAt = failure.At },
        FailureCount = 0,
    };
}
