using FsCheck;
using FsCheck.Fluent;
using TokenFunctions.Storage;
using TokenFunctions.Testing;

namespace TokenFunctions.Core.Tests.Storage;

public sealed class StoreClockTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);
    private readonly ManualTime time = new(Start);

    [Fact]
    public void Without_answers_it_is_the_own_clock() => Assert.Equal(Start, new StoreClock(time).Now);

    [Fact]
    public void A_clock_that_may_be_right_is_left_alone()
    {
        var clock = new StoreClock(time);
        Answer(clock, skew: TimeSpan.FromMilliseconds(300), trip: TimeSpan.FromMilliseconds(50));
        Assert.Equal(time.GetUtcNow(), clock.Now);
    }

    [Theory]
    [InlineData(-3600)]
    [InlineData(-2.7)]
    [InlineData(5)]
    [InlineData(86400)]
    public void A_clock_that_is_wrong_is_corrected_to_within_a_second(double seconds)
    {
        var (clock, skew) = (new StoreClock(time), TimeSpan.FromSeconds(seconds));
        for (var i = 0; i < 3; i++)
        {
            Answer(clock, skew, TimeSpan.FromMilliseconds(20));
            time.Advance(TimeSpan.FromMilliseconds(310));
        }

        Assert.InRange((clock.Now - (time.GetUtcNow() + skew)).TotalSeconds, -1, 1);
    }

    [Fact]
    public void Many_answers_narrow_the_bounds()
    {
        var (clock, skew) = (new StoreClock(time), TimeSpan.FromSeconds(100.25));
        for (var i = 0; i < 50; i++)
        {
            Answer(clock, skew, TimeSpan.FromMilliseconds(4));
            time.Advance(TimeSpan.FromMilliseconds(137));
        }

        Assert.InRange((clock.Now - (time.GetUtcNow() + skew)).TotalMilliseconds, -60, 60);
    }

    [Fact]
    public void A_clock_that_was_set_is_learned_anew()
    {
        var clock = new StoreClock(time);
        Answer(clock, TimeSpan.Zero, TimeSpan.FromMilliseconds(10));
        time.Jump(Start.AddHours(-2));
        Answer(clock, TimeSpan.FromHours(2), TimeSpan.FromMilliseconds(10));
        Assert.InRange((clock.Now - Start).TotalSeconds, -1, 1);
    }

    [Fact]
    public void An_answer_that_came_before_its_request_teaches_nothing()
    {
        var clock = new StoreClock(time);
        clock.Observe(Start.AddMinutes(5), Start, Start.AddHours(1));
        Assert.Equal(Start, clock.Now);
    }

    [Fact]
    public void Whatever_the_skew_and_the_network_the_store_time_is_within_the_bounds_of_one_answer() =>
        Prop.ForAll<int, byte, byte>((skewMs, toMs, fromMs) =>
        {
            var (own, skew) = (new ManualTime(Start), TimeSpan.FromMilliseconds(skewMs));
            var clock = new StoreClock(own);
            for (var i = 0; i < 5; i++) Answer(clock, skew, TimeSpan.FromMilliseconds(toMs), TimeSpan.FromMilliseconds(fromMs), own);
            var off = (clock.Now - (own.GetUtcNow() + skew)).Duration();
            return off <= TimeSpan.FromMilliseconds(1000 + toMs + fromMs);
        }).QuickCheckThrowOnFailure();

    private void Answer(StoreClock clock, TimeSpan skew, TimeSpan trip) => Answer(clock, skew, trip / 2, trip / 2, time);

    private static void Answer(StoreClock clock, TimeSpan skew, TimeSpan there, TimeSpan back, ManualTime own)
    {
        var sentAt = own.GetUtcNow();
        own.Advance(there);
        var store = own.GetUtcNow() + skew;
        own.Advance(back);
        clock.Observe(sentAt, own.GetUtcNow(), store.AddTicks(-(store.Ticks % TimeSpan.TicksPerSecond)));
    }
}
