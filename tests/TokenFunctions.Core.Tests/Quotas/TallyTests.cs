using FsCheck;
using FsCheck.Fluent;
using TokenFunctions.Quotas;
using TokenFunctions.Realms;

namespace TokenFunctions.Core.Tests.Quotas;

public sealed class TallyTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public void A_call_counts_for_a_whole_window_and_no_longer()
    {
        var tally = Tally.Empty.Add(Tally.Milliseconds(Noon), 1, Minute);

        Assert.Equal(1, tally.At(Noon + Minute, Minute).Used);
        Assert.Equal(0, tally.At(Noon.AddMilliseconds(1) + Minute, Minute).Used);
    }

    [Fact]
    public void Room_comes_when_the_oldest_calls_that_are_too_many_have_left()
    {
        var tally = Tally.Empty.Add(Tally.Milliseconds(Noon), 2, Minute).Add(Tally.Milliseconds(Noon.AddSeconds(10)), 1, Minute);

        Assert.Null(tally.RoomAt(4, Minute));
        Assert.Equal(Noon.AddMilliseconds(1) + Minute, tally.RoomAt(3, Minute));
        Assert.Equal(Noon.AddMilliseconds(1) + Minute, tally.RoomAt(2, Minute));
        Assert.Equal(Noon.AddSeconds(10).AddMilliseconds(1) + Minute, tally.RoomAt(1, Minute));
    }

    [Fact]
    public void What_a_slower_clock_writes_later_was_taken_later()
    {
        var ahead = Tally.Milliseconds(Noon.AddSeconds(4));
        var tally = Tally.Empty.Add(ahead, 1, Minute).Add(Tally.Milliseconds(Noon), 1, Minute);

        Assert.Equal(new TallyEntry(ahead, 2), Assert.Single(tally.Entries));
    }

    [Fact]
    public void What_a_broken_clock_wrote_is_forgotten()
    {
        var tally = Tally.Empty.Add(Tally.Milliseconds(Noon.AddYears(2)), 1, Minute);

        Assert.Equal(0, tally.At(Noon, Minute).Used);
    }

    [Fact]
    public void Calls_that_were_not_made_are_taken_out_once_and_nobody_elses()
    {
        var end = Tally.Milliseconds(Noon);
        var tally = Tally.Empty.Add(end, 3, Minute);

        Assert.Equal(1, tally.Without(end, 2).Used);
        Assert.Equal(0, tally.Without(end, 3).Used);
        Assert.Equal(3, tally.Without(end + 1, 2).Used);
    }

    [Fact]
    public void Many_calls_are_kept_by_parts_of_the_window_each_no_shorter_than_it_is()
    {
        var tally = Tally.Empty;
        for (var second = 0; second < 300; second++)
            tally = tally.At(Noon.AddSeconds(second), Minute).Add(Tally.Milliseconds(Noon.AddSeconds(second)), 1, Minute);

        Assert.InRange(tally.Entries.Count, 1, 34);
        Assert.InRange(tally.Used, 60, 63);
    }

    [Fact]
    public void However_calls_come_no_span_of_one_window_holds_more_than_the_maximum() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(
            ArbMap.Default.ArbFor<Tuple<PositiveInt, PositiveInt, PositiveInt[]>>(),
            drawn =>
            {
                var (max, window) = (drawn.Item1.Get * 3, TimeSpan.FromSeconds(drawn.Item2.Get));
                var limit = new CallLimit(max, window);
                List<DateTimeOffset> taken = [];
                var (tally, now) = (Tally.Empty, Noon);
                // A burst at each step, then a pause of up to about a window.
                foreach (var gap in drawn.Item3.Append(PositiveInt.NewPositiveInt(1)))
                {
                    now += window * (gap.Get % 40 / 32.0) + TimeSpan.FromTicks(gap.Get);
                    for (tally = tally.At(now, window); tally.RoomAt(max, window) is null; tally = tally.Add(limit.EndOf(now), 1, window))
                        taken.Add(now);
                }

                return taken.All(last => taken.Count(call => call > last - window && call <= last) <= max)
                    && tally.Entries.Count <= 35;
            }));

    [Fact]
    public void A_tally_is_read_as_it_was_written() =>
        Check.One(Config.QuickThrowOnFailure, Prop.ForAll(
            ArbMap.Default.ArbFor<Tuple<PositiveInt, NonNegativeInt>[]>(),
            drawn =>
            {
                var tally = Tally.Empty;
                foreach (var (count, gap) in drawn)
                    tally = tally.Add((tally.LastEnd ?? Tally.Milliseconds(Noon)) + gap.Get, count.Get, Minute);
                return tally.Entries.SequenceEqual(TallyText.Read(TallyText.Write(tally)).Entries);
            }));

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("x")]
    [InlineData("1*")]
    [InlineData("1*0")]
    [InlineData("1*-1")]
    [InlineData("*1")]
    [InlineData("1  2")]
    [InlineData("1767268800001*9999999999999999")]
    [InlineData("9223372036854775807")]
    [InlineData("221845392000000 1")]
    public void What_is_no_tally_counts_as_empty(string text)
    {
        Assert.Empty(TallyText.Read(text).Entries);
    }

    [Fact]
    public void No_text_makes_a_tally_that_cannot_be_used() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(
            Gen.Elements("0123456789* ;=!af".ToCharArray()).ArrayOf().ToArbitrary(),
            letters =>
            {
                var tally = TallyText.Read(new string(letters));
                return tally.At(Noon, Minute).Add(Tally.Milliseconds(Noon), 1, Minute).RoomAt(1, Minute) > Noon;
            }));
}
