using System.Text.Json;
using Microsoft.Extensions.Logging;
using TokenFunctions.Hosting.Events;
using TokenFunctions.Testing;

namespace TokenFunctions.Host.Tests.Events;

/// <summary>What can happen over and over is told once a minute, and then how often it was.</summary>
public sealed class LineLimitsTests : IDisposable
{
    private readonly LineBuffer output = new();
    private readonly ManualTime time = new();
    private readonly EventLines lines;

    public LineLimitsTests() => lines = new EventLines(output, time);

    public void Dispose()
    {
        lines.Dispose();
        output.Dispose();
    }

    [Fact]
    public void The_same_is_told_once_a_minute_and_then_how_many_were_left_out()
    {
        for (var n = 0; n < 1000; n++) lines.Write(Failed("a", "upstream_unavailable"));
        Assert.Single(output.Written);

        time.Advance(LineLimits.Period);
        lines.Write(Sweep());

        Assert.Equal(3, output.Written.Count);
        var left = JsonElement.Parse(output.Written[1]);
        Assert.Equal(
            ("left_out", "warning", "renewal_failed", "wecom", "a", "upstream_unavailable", 999),
            (left.GetProperty("event").GetString(), left.GetProperty("level").GetString(), left.GetProperty("of").GetString(), left.GetProperty("realm").GetString(),
                left.GetProperty("key").GetString(), left.GetProperty("code").GetString(), left.GetProperty("count").GetInt32()));

        lines.Write(Failed("a", "upstream_unavailable"));
        Assert.Equal(4, output.Written.Count);
    }

    [Fact]
    public void Another_key_code_or_fault_is_told_too()
    {
        lines.Write(Failed("a", "upstream_unavailable"));
        lines.Write(Failed("b", "upstream_unavailable"));
        lines.Write(Failed("a", "upstream_throttled"));
        lines.Write(Fault("System.IO.IOException: x\n at y"));
        lines.Write(Fault("System.FormatException\n at y"));
        lines.Write(Fault("System.FormatException\n at z"));

        Assert.Equal(5, output.Written.Count);
    }

    [Fact]
    public void Changes_of_state_are_always_told()
    {
        for (var n = 0; n < 10; n++) lines.Write(Failed("a", "reauthorize") with { Name = n % 2 == 0 ? "credential_dead" : "credential_restored" });

        Assert.Equal(10, output.Written.Count);
    }

    [Fact]
    public void A_storm_of_many_keys_has_a_bound_and_none_of_it_goes_uncounted()
    {
        for (var n = 0; n < 10 * LineTable.MostKinds; n++) lines.Write(Failed($"k{n}", "upstream_unavailable"));
        Assert.InRange(output.Written.Count, LineTable.MostKinds, LineTable.MostKinds + 1);

        lines.Dispose();

        var told = output.Written.Sum(line => JsonElement.Parse(line) is var e && e.TryGetProperty("count", out var count) ? count.GetInt32() : 1);
        Assert.Equal(10 * LineTable.MostKinds, told);
    }

    [Fact]
    public void Many_good_renewals_do_not_hide_whose_renewal_failed()
    {
        for (var n = 0; n < 2 * LineTable.MostKinds; n++) lines.Write(Failed($"k{n}", "none") with { Name = "renewed" });
        var before = output.Written.Count;

        foreach (var realm in new[] { "wecom", "other" })
            foreach (var key in new[] { "a", "b" }) lines.Write(Failed(key, "upstream_unavailable", realm));

        Assert.Equal(before + 4, output.Written.Count);
    }

    [Fact]
    public void In_a_storm_of_many_keys_each_realm_is_still_told()
    {
        for (var n = 0; n < 2 * LineTable.MostKinds; n++) lines.Write(Failed($"k{n}", "upstream_unavailable"));
        for (var n = 0; n < 20; n++) lines.Write(Failed($"k{n}", "upstream_unavailable", "other"));
        Assert.Contains("\"realm\":\"other\"", output.Written[^1], StringComparison.Ordinal);

        lines.Dispose();

        var left = output.Written.Select(line => JsonElement.Parse(line)).Where(e => e.GetProperty("event").GetString() == "left_out");
        Assert.Equal(
            [("other", 19), ("wecom", LineTable.MostKinds - 1)],
            left.Select(e => (e.GetProperty("realm").GetString()!, e.GetProperty("count").GetInt32())).Order());
    }

    [Fact]
    public void A_storm_of_many_realms_has_a_bound_too()
    {
        for (var n = 0; n < 10 * LineTable.MostKinds; n++) lines.Write(Failed("k", "upstream_unavailable", $"r{n}"));

        Assert.InRange(output.Written.Count, LineTable.MostKinds, (2 * LineTable.MostKinds) + 1);
    }

    [Fact]
    public void How_many_were_left_out_is_told_although_nothing_else_happens()
    {
        lines.Write(Failed("a", "upstream_unavailable"));
        lines.Write(Failed("a", "upstream_unavailable"));
        time.Advance(2 * LineLimits.Period);

        Assert.Equal(2, output.Written.Count);
        Assert.Contains("\"event\":\"left_out\"", output.Written[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void At_the_end_of_the_process_what_was_left_out_is_told()
    {
        lines.Write(Failed("a", "upstream_unavailable"));
        lines.Write(Failed("a", "upstream_unavailable"));
        lines.Dispose();

        Assert.Contains("\"count\":1", output.Written[^1], StringComparison.Ordinal);
    }

    private static EventRecord Failed(string key, string code, string realm = "wecom") =>
        new("renewal_failed", 1102, LogLevel.Warning, [new("realm", realm), new("key", key), new("code", code)], "It failed.");

    private static EventRecord Fault(string exception) => new("request_failed", 2001, LogLevel.Error, [new("exception", exception)], "It failed.");

    private static EventRecord Sweep() => new("sweep_done", 1201, LogLevel.Information, [new("due", 1)], "Swept.");
}
