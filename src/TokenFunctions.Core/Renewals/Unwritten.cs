using TokenFunctions.Realms;
using TokenFunctions.Renewals.Reading;
using TokenFunctions.Storage;
using TokenFunctions.Sweeping;

namespace TokenFunctions.Renewals;

/// <summary>Results that the store did not take: handed out from memory meanwhile, and written when it is
/// back.</summary>
internal sealed class Unwritten(
    Outcomes outcomes, RowMemory memory, UnsealedValues unsealed, DueHints hints, Background background)
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <summary>For how long from its sending on a token is held: as long as it lives, at most an hour.</summary>
    /// <param name="life">The token's life; null = it does not expire.</param>
    public static TimeSpan KeptFor(TimeSpan? life) => life is { } span && span < Longest ? span : Longest;

    /// <summary>The row that an answer makes, with its token in memory rather than sealed.</summary>
    public async Task<TokenState> MakeAsync(
        TokenState row, Prepared prepared, UpstreamAnswer answer, DateTimeOffset sentAt)
    {
        if (!answer.HasToken) return await outcomes.FailAsync(row, prepared, answer.Failure, sentAt);
        var made = await outcomes.SucceedAsync(row, prepared, answer.Token, sentAt, UnsealedValues.NewBox());
        unsealed.Add(made, answer.Token);
        return made;
    }

    /// <summary>Holds the row, and writes it behind.</summary>
    /// <param name="row">The row.</param>
    /// <param name="write">Writes it, however long that takes; null = it was overtaken.</param>
    public void Hold(HeldRow row, Func<Task<TokenState?>> write)
    {
        memory.Hold(row);
        background.Run("late write", async () =>
        {
            try
            {
                if (await write() is { } written) Remember(written);
            }
            finally
            {
                memory.Release(row);
            }
        });
    }

    /// <summary>Remembers a row that was written.</summary>
    public void Remember(TokenState written)
    {
        memory.Remember(written);
        hints.Note(written);
    }
}
