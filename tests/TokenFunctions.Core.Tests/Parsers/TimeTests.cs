using System.Globalization;
using TokenFunctions.Properties;
using TokenFunctions.Realms.Responses;
using TokenFunctions.Realms.Times;
using TokenFunctions.Testing;

namespace TokenFunctions.Core.Tests.Parsers;

/// <summary>Times, numbers and JWTs of answers: whatever a provider writes is read or passed over, and what we write is
/// read back.</summary>
public sealed class TimeTests
{
    private const string Directives = "YymbBdejaAHIpMSfLszZ%";

    private static readonly string[] Whole =
        ["%Y-%m-%dT%H:%M:%S.%f%z", "%s", "%A, %d %B %Y %I:%M:%S %p %Z", "%Y%j %H%M%S", "%e %b %Y %H:%M:%S %z", "%y-%m-%d %H:%M:%S"];

    private static readonly string[] Pieces =
    [
        "2026-11-20", "0001-01-01", "9999-12-31", "2024-02-29", "2026-02-30", "T", " ", "t", "13:00:00", "23:59:60", "24:00:00", ".5", ".123456789", ",1", ".٣", "٢٠٢٦-١١-٢٠", "Z", "z", "UTC", "GMT", "+08:00",
        "-1400", "+99:99", "+1", "Nov", "November", "Fri", "AM", "pm", "1795176000", "-1", "1e400", "NaN", "1795176000000", "0", "99999999999999999999", "Fri, 20 Nov 2026 13:00:00 GMT", "Friday, 20-Nov-26 13:00:00 GMT", "/", ":", "-",
    ];

    private static readonly string[] Names = ["auto", "unix", "unix_ms", "rfc3339", "http_date"];

    [Fact]
    public void No_text_makes_a_format_of_time_throw() => Seeds.Hold(4000, chance =>
    {
        var format = chance.OneIn(3) ? chance.Pieces(5, Pieces) : string.Concat(Enumerable.Range(0, chance.Below(8)).Select(_ => $"%{Directives[chance.Below(Directives.Length)]}{chance.Pick("", "-", ":", " ", chance.Text())}"));
        if (TimeFormat.TryParse(format) is not { } form) return;
        form.Read(chance.Pieces(6, Pieces));
        form.Read(form.Write(AnyTime(chance)) + chance.Pick("", " ", chance.Text()));
    });

    [Fact]
    public void What_a_format_of_a_whole_time_writes_it_reads() => Seeds.Hold(2000, chance =>
    {
        var text = chance.Pick(Whole);
        var time = AnyTime(chance);
        // Two digits of a year are those of 1969 to 2068 (POSIX).
        if (text.Contains("%y", StringComparison.Ordinal)) time = new DateTimeOffset(1970 + chance.Below(90), time.Month, Math.Min(28, time.Day), time.Hour, time.Minute, time.Second, TimeSpan.Zero);
        var form = TimeFormat.TryParse(text)!;
        if (!text.Contains("%f", StringComparison.Ordinal)) time = Truncate(time, TimeSpan.TicksPerSecond);
        Assert.Equal(Truncate(time, TimeSpan.TicksPerMicrosecond), form.Read(form.Write(time)));
    });

    [Fact]
    public void No_text_makes_an_instant_of_an_answer_throw() => Seeds.Hold(4000, chance =>
    {
        var text = chance.Pieces(5, Pieces);
        foreach (var name in Names) InstantFormat.TryParse(name)!.Read(text);
        InstantFormat.TryParse(chance.Pieces(4, ["%Y", "%m", "-", "%s", "%"]))?.Read(text);
        Rfc3339Text.Read(text);
        NumberText.Read(text);
        JwtExpiry.Read(chance.Damage($"a.{Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"{{\"exp\":{text}}}")).TrimEnd('=').Replace('+', '-').Replace('/', '_')}.c"));
    });

    [Theory]
    [InlineData("2026-11-20T13:00:00.٣Z")]
    [InlineData("2026-11-20T13:00:00.1٣")]
    [InlineData("٢٠٢٦-11-20")]
    [InlineData("2026-11-20T13:00:00+٠٨:00")]
    public void Digits_of_other_scripts_are_no_instant(string text) => Assert.Null(InstantFormat.Auto.Read(text));

    [Fact]
    public void No_text_of_the_parts_of_an_instant_throws() => Seeds.Hold(4000, chance =>
    {
        var text = chance.Pick("2026-11-20", "0001-01-01", "9999-12-31") + chance.Pick("T", " ", "t") + chance.Pick("13:00:00", "23:59:60", "00:00:00", "23:59:59") + chance.Pick("", ".5", ".٣", ",999999999", ".") + chance.Pick("", "Z", "+14:00", "-1400", "+99:99", " UTC", "z");
        Rfc3339Text.Read(chance.OneIn(3) ? chance.Damage(text) : text);
    });

    [Fact]
    public void Instants_that_we_write_are_read_back() => Seeds.Hold(1000, chance =>
    {
        var time = AnyTime(chance);
        Assert.Equal(Truncate(time, TimeSpan.TicksPerMillisecond), Truncate(Rfc3339Text.Read(Rfc3339.Write(Truncate(time, TimeSpan.TicksPerSecond)))!.Value + TimeSpan.FromTicks(time.Ticks % TimeSpan.TicksPerSecond), TimeSpan.TicksPerMillisecond));
        if (time < DateTimeOffset.UnixEpoch) return;
        var seconds = time.ToUnixTimeSeconds();
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(seconds), InstantFormat.Unix.Read(seconds.ToString(CultureInfo.InvariantCulture)));
    });

    private static DateTimeOffset AnyTime(Chance chance) => chance.OneIn(20)
        ? chance.Pick(DateTimeOffset.MinValue, DateTimeOffset.MaxValue, DateTimeOffset.UnixEpoch)
        : DateTimeOffset.MinValue.AddSeconds(chance.Below(int.MaxValue) * 146.0).AddTicks(chance.Below(10_000_000));

    private static DateTimeOffset Truncate(DateTimeOffset time, long unit) => time.AddTicks(-(time.Ticks % unit));
}
