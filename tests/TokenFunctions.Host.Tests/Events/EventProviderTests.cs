using System.Text.Json;
using Microsoft.Extensions.Logging;
using TokenFunctions.Hosting.Events;
using TokenFunctions.Testing;

namespace TokenFunctions.Host.Tests.Events;

/// <summary>Records of loggers as lines.</summary>
public sealed partial class EventProviderTests : IDisposable
{
    private readonly LineBuffer output = new();
    private readonly ManualTime time = new();
    private readonly EventProvider provider;
    private readonly ILogger ours;
    private readonly ILogger framework;

    public EventProviderTests()
    {
        provider = new EventProvider(new EventLines(output, time));
        (ours, framework) = (provider.CreateLogger("TokenFunctions.Some"), provider.CreateLogger("Microsoft.AspNetCore.Some"));
    }

    public void Dispose()
    {
        provider.Dispose();
        output.Dispose();
    }

    [Fact]
    public void An_event_is_one_line_with_its_code_first_and_its_fields_by_their_names()
    {
        LogAll(ours, "wecom", "crm", 3, 1.25, isLast: true, new DateTimeOffset(2026, 11, 21, 23, 0, 0, TimeSpan.FromHours(1)), null);

        Assert.Equal(
            """{"event":"all_kinds","id":9001,"level":"warning","time":"2026-01-01T12:00:00.000Z","realm":"wecom","key":"crm","in_a_row":3,"seconds":1.25,"is_last":true,"retry_at":"2026-11-21T22:00:00.000Z","message":"wecom/crm 3 1.25 True 11/21/2026 23:00:00 +01:00 "}""" + "\n",
            Assert.Single(output.Written));
    }

    [Theory]
    [InlineData("two\nlines \"and\" a quote \u0001 \ud800 \u00fc \u4f01\u4e1a")]
    [InlineData("\u0001")]
    [InlineData("\u4f01")]
    [InlineData("\"")]
    public void Whatever_a_text_holds_the_line_is_one_and_bounded_and_parses(string text)
    {
        var long20 = string.Concat(Enumerable.Repeat(text, 20_000 / text.Length));
        LogText(ours, text);
        time.Advance(LineLimits.Period);
        LogText(ours, long20);

        Assert.Equal(2, output.Written.Count);
        Assert.All(output.Written, line => Assert.True(line.EndsWith('\n') && line.IndexOf('\n', StringComparison.Ordinal) == line.Length - 1));
        Assert.All(output.Written, line => Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(line), 1, LineText.Most));
        var cut = JsonElement.Parse(output.Written[1]);
        Assert.True(cut.GetProperty("cut").GetBoolean());
        Assert.EndsWith("…", cut.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.False(JsonElement.Parse(output.Written[0]).TryGetProperty("cut", out _));
    }

    [Fact]
    public void The_message_of_a_foreign_exception_is_not_in_the_line()
    {
        framework.Log(LogLevel.Error, new EventId(7, "Odd"), "state", new InvalidOperationException("PLANTED"), (_, _) => "It went wrong.");

        var line = JsonElement.Parse(Assert.Single(output.Written));
        Assert.Equal(
            ("framework", "Microsoft.AspNetCore.Some", "Odd", "error"),
            (line.GetProperty("event").GetString(), line.GetProperty("category").GetString(), line.GetProperty("code").GetString(), line.GetProperty("level").GetString()));
        Assert.StartsWith("System.InvalidOperationException", line.GetProperty("exception").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("PLANTED", output.Written[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Of_the_framework_only_what_is_grave_is_told()
    {
        Assert.False(framework.IsEnabled(LogLevel.Information));
        framework.Log(LogLevel.Information, default, "state", null, (_, _) => "chatter");

        Assert.Empty(output.Written);
    }

    [Fact]
    public void A_record_without_a_code_is_told_as_such()
    {
        ours.Log(LogLevel.Information, default, "state", null, (_, _) => "who am I");

        Assert.StartsWith("""{"event":"unnamed",""", Assert.Single(output.Written), StringComparison.Ordinal);
    }

    [Fact]
    public void Many_threads_write_whole_lines()
    {
        Parallel.For(0, 500, n => LogSweep(ours, n));

        Assert.Equal(500, output.Written.Count);
        Assert.Equal(Enumerable.Range(0, 500), output.Written.Select(line => JsonElement.Parse(line).GetProperty("due").GetInt32()).Order());
    }

    [Fact]
    public void Work_goes_on_when_nobody_reads_any_more()
    {
        output.IsBroken = true;
        LogSweep(ours, 1);
        output.IsBroken = false;
        LogSweep(ours, 2);

        Assert.Contains("\"due\":2", Assert.Single(output.Written), StringComparison.Ordinal);
    }

    [LoggerMessage(9001, LogLevel.Warning, "{Realm}/{Key} {InARow} {Seconds} {IsLast} {RetryAt} {Nothing}", EventName = "all_kinds")]
    private static partial void LogAll(
        ILogger logger, string realm, string key, int inARow, double seconds, bool isLast, DateTimeOffset retryAt, string? nothing);

    [LoggerMessage(9002, LogLevel.Error, "It says {Text}", EventName = "text")]
    private static partial void LogText(ILogger logger, string text);

    [LoggerMessage(9003, LogLevel.Information, "{Due} due", EventName = "sweep_done")]
    private static partial void LogSweep(ILogger logger, int due);
}
