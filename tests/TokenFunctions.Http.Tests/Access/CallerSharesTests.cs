using TokenFunctions.Http.Access.Limits;

namespace TokenFunctions.Http.Tests.Access;

public sealed class CallerSharesTests
{
    private readonly CallerShares shares = new();

    [Fact]
    public void As_many_are_let_in_as_there_may_be_and_who_leaves_makes_room()
    {
        var share = shares.Of("a");
        Assert.True(share.TryEnter(2));
        Assert.True(shares.Of("a").TryEnter(2));
        Assert.False(share.TryEnter(2));
        Assert.True(shares.Of("b").TryEnter(2));
        share.Leave();
        Assert.True(share.TryEnter(2));
    }

    [Fact]
    public async Task Of_many_at_once_never_more_are_in()
    {
        var (inside, most) = (0, 0);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
        {
            for (var n = 0; n < 20_000; n++)
            {
                var share = shares.Of("a");
                if (share.TryEnter(3) is not true) continue;
                var now = Interlocked.Increment(ref inside);
                if (now > Volatile.Read(ref most)) Interlocked.Exchange(ref most, now);
                Interlocked.Decrement(ref inside);
                share.Leave();
            }
        })));
        Assert.InRange(most, 1, 3);
        Assert.True(shares.Of("a").TryClose());
    }

    [Fact]
    public void A_full_memory_gives_up_those_without_an_open_request_and_no_other()
    {
        var busy = shares.Of("busy");
        Assert.True(busy.TryEnter(1));
        var idle = shares.Of("idle");
        for (var n = 0; n < CallerShares.MaxCallers; n++) shares.Of($"c{n}");

        Assert.InRange(shares.Count, 2, CallerShares.MaxCallers);
        Assert.Same(busy, shares.Of("busy"));
        Assert.False(busy.TryEnter(1));
        // Whoever had it in hand is told to take the next one.
        Assert.Null(idle.TryEnter(1));
        Assert.NotSame(idle, shares.Of("idle"));
    }

    [Fact]
    public void A_rate_is_kept_until_it_is_another()
    {
        var share = shares.Of("a");
        Assert.Null(share.Take(1));
        Assert.NotNull(share.Take(1));
        Assert.Null(share.Take(1_000_000));
    }
}
