using FsCheck;
using FsCheck.Fluent;
using TokenFunctions.Core.Tests.Realms.Doubles;
using TokenFunctions.Realms.Times;

namespace TokenFunctions.Core.Tests.Realms.Times;

public sealed class TimeFormatTests
{
    private static readonly DateTimeOffset Moment = new DateTimeOffset(2026, 3, 4, 15, 6, 7, TimeSpan.FromHours(8)).AddTicks(1_234_567);

    [Theory]
    [InlineData("%Y-%m-%d %H:%M:%S", "2026-03-04 15:06:07")]
    [InlineData("%Y%m%d%H%M%S", "20260304150607")]
    [InlineData("%FT%T%z", "2026-03-04T15:06:07+0800")]
    [InlineData("%D %I:%M %p", "03/04/26 03:06 PM")]
    [InlineData("%a, %e %b %Y", "Wed,  4 Mar 2026")]
    [InlineData("%A %B %y %j", "Wednesday March 26 063")]
    [InlineData("%S.%f %S.%L", "07.123456 07.123")]
    [InlineData("%s", "1772607967")]
    [InlineData("%Z", "UTC+08:00")]
    [InlineData("100%% 今%Y", "100% 今2026")]
    public void A_time_is_written(string format, string text) => Assert.Equal(text, TimeFormat.TryParse(format)!.Write(Moment));

    [Theory]
    [InlineData(0, "12 AM")]
    [InlineData(11, "11 AM")]
    [InlineData(12, "12 PM")]
    [InlineData(23, "11 PM")]
    public void Twelve_hours_begin_with_twelve(int hour, string text)
    {
        var format = TimeFormat.TryParse("%Y %I %p")!;
        var time = new DateTimeOffset(2026, 1, 1, hour, 0, 0, TimeSpan.Zero);
        Assert.Equal("2026 " + text, format.Write(time));
        Assert.Equal(time, format.Read("2026 " + text));
    }

    [Theory]
    [InlineData("%Y-%m-%d %H:%M:%S", "2026-03-04 15:06:07", "2026-03-04T15:06:07Z")]
    [InlineData("%Y-%m-%d %H:%M:%S", " 2026-3-4   5:6:7 ", "2026-03-04T05:06:07Z")]
    [InlineData("%Y%m%d%H%M%S", "20260304150607", "2026-03-04T15:06:07Z")]
    [InlineData("%Y-%m-%d", "2026-03-04", "2026-03-04T00:00:00Z")]
    [InlineData("%Y-%m", "2026-03", "2026-03-01T00:00:00Z")]
    [InlineData("%Y-%j", "2024-366", "2024-12-31T00:00:00Z")]
    [InlineData("%FT%T%z", "2026-03-04T15:06:07+08:00", "2026-03-04T07:06:07Z")]
    [InlineData("%FT%T%z", "2026-03-04T15:06:07-0330", "2026-03-04T18:36:07Z")]
    [InlineData("%FT%T%z", "2026-03-04T15:06:07Z", "2026-03-04T15:06:07Z")]
    [InlineData("%FT%T%z", "2026-03-04t15:06:07+08", "2026-03-04T07:06:07Z")]
    [InlineData("%FT%T.%f%z", "2026-03-04T15:06:07.5Z", "2026-03-04T15:06:07.5Z")]
    [InlineData("%FT%T.%fZ", "2026-03-04T15:06:07.123456789Z", "2026-03-04T15:06:07.1234567Z")]
    [InlineData("%F %T.%L", "2026-03-04 15:06:07.045", "2026-03-04T15:06:07.045Z")]
    [InlineData("%a, %d %b %Y %H:%M:%S %Z", "Wed, 04 Mar 2026 15:06:07 GMT", "2026-03-04T15:06:07Z")]
    [InlineData("%A, %d %B %y %I:%M %p", "WEDNESDAY, 04 mar 69 12:06 am", "1969-03-04T00:06:00Z")]
    [InlineData("%D", "03/04/68", "2068-03-04T00:00:00Z")]
    [InlineData("%F %T", "2016-12-31 23:59:60", "2017-01-01T00:00:00Z")]
    [InlineData("%s", "1772607967", "2026-03-04T07:06:07Z")]
    [InlineData("%s.%f", "-1.25", "1969-12-31T23:59:59.25Z")]
    [InlineData("%b %e %Y %%", "May  4 2026 %", "2026-05-04T00:00:00Z")]
    public void A_text_is_read(string format, string text, string time) =>
        Assert.Equal(DateTimeOffset.Parse(time, System.Globalization.CultureInfo.InvariantCulture), TimeFormat.TryParse(format)!.Read(text));

    [Theory]
    [InlineData("%Y-%m-%d", "2026-02-29")]
    [InlineData("%Y-%m-%d", "2026-13-01")]
    [InlineData("%Y-%m-%d", "2026-00-01")]
    [InlineData("%Y-%m-%d", "2026-01-01x")]
    [InlineData("%Y-%m-%d", "2026-01")]
    [InlineData("%Y-%m-%d", "")]
    [InlineData("%Y-%m-%d", "２０２６-01-01")]
    [InlineData("%Y-%j", "2026-366")]
    [InlineData("%Y-%j", "2026-0")]
    [InlineData("%F %T", "2026-01-01 24:00:00")]
    [InlineData("%F %T", "2026-01-01 00:60:00")]
    [InlineData("%F %T", "2026-01-01 00:00:61")]
    [InlineData("%F %I", "2026-01-01 13")]
    [InlineData("%F %I", "2026-01-01 0")]
    [InlineData("%F %p", "2026-01-01 XM")]
    [InlineData("%F %a", "2026-01-01 Mi")]
    [InlineData("%d %b %Y", "1 Mai 2026")]
    [InlineData("%F%z", "2026-01-01+0860")]
    [InlineData("%F%z", "2026-01-01+08:")]
    [InlineData("%F%z", "2026-01-01+8")]
    [InlineData("%F%z", "2026-01-01+99:00")]
    [InlineData("%F%z", "0001-01-01+01:00")]
    [InlineData("%F %Z", "2026-01-01 CST")]
    [InlineData("%s", "999999999999")]
    [InlineData("%s", "-")]
    [InlineData("%H:%M", "10:00")]
    public void What_is_no_such_time_is_none(string format, string text) => Assert.Null(TimeFormat.TryParse(format)!.Read(text));

    [Theory]
    [InlineData("")]
    [InlineData("%")]
    [InlineData("%Y%")]
    [InlineData("%Q")]
    [InlineData("%-d")]
    [InlineData("% d")]
    public void What_is_no_format_is_none(string text) => Assert.Null(TimeFormat.TryParse(text));

    [Theory]
    [InlineData("%H:%M", false)]
    [InlineData("%m-%d", false)]
    [InlineData("%F", true)]
    [InlineData("%D", true)]
    [InlineData("%s", true)]
    public void A_format_knows_whether_it_tells_the_day(string text, bool tells) => Assert.Equal(tells, TimeFormat.TryParse(text)!.TellsDay);

    [Fact]
    public void What_was_written_is_read_back()
    {
        string[] formats = ["%FT%T.%f%z", "%Y %j %I %p %M %S.%f %Z", "%s.%f", "%A %d %B %Y %H%M%S%f%z"];
        Prop.ForAll(
            Gen.Choose(0, int.MaxValue).Two().Select(p => Ask.Now.AddSeconds(p.Item1 - 1_500_000_000).AddMicroseconds(p.Item2 % 1_000_000)).ToArbitrary(),
            Gen.Choose(-840, 840).Select(m => TimeSpan.FromMinutes(m)).ToArbitrary(),
            (time, offset) => formats.All(text =>
            {
                var format = TimeFormat.TryParse(text)!;
                return format.Read(format.Write(time.ToOffset(offset))) == time;
            })).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void No_text_and_no_format_throws() =>
        Prop.ForAll<string?, string?>((format, text) =>
        {
            TimeFormat.TryParse(format ?? "")?.Read(text ?? "");
            TimeFormat.TryParse("%" + string.Join('%', (format ?? "").ToCharArray()))?.Read(text ?? "");
            return TimeFormat.TryParse("%FT%T%z")!.Read(text ?? "") is null;
        }).QuickCheckThrowOnFailure();
}
