using Microsoft.Extensions.Logging;
using TokenFunctions.Http.Fronts;
using TokenFunctions.Http.Tests.App;
using TokenFunctions.Storage;
using TokenFunctions.Testing;
using TokenFunctions.Tokens;

namespace TokenFunctions.Http.Tests.Fronts;

/// <summary>An outage is told even if it began within a minute of another one.</summary>
public sealed class CoreWatchTests : IDisposable
{
    private static readonly TokenFailure Away = new(FailureKind.ServiceUnavailable, "away");
    private static readonly TokenFailure Refused = new(FailureKind.ServiceRefused, "refused") { Code = "expired_key" };

    private readonly ManualTime time = new();
    private readonly LogCapture log = new();
    private readonly LoggerFactory loggers;
    private readonly CoreWatch watch;

    public CoreWatchTests()
    {
        loggers = new LoggerFactory([log]);
        watch = new CoreWatch(new StoreClock(time), loggers.CreateLogger<CoreWatch>());
    }

    public void Dispose()
    {
        loggers.Dispose();
        log.Dispose();
    }

    [Fact]
    public void An_outage_that_begins_in_the_pause_after_another_is_told_when_the_pause_is_over()
    {
        Note(Away, 0, "away");
        Note(null, 1, "restored");
        Note(Away, 10, null);
        Note(Away, 48, null);
        Note(Away, 1, "away");
        Assert.Equal(new CoreTrouble("core_unavailable", time.GetUtcNow() - TimeSpan.FromSeconds(49)), watch.Trouble);
        Note(Away, 61, null);
        Note(null, 1, "restored");
    }

    [Fact]
    public void Another_kind_of_trouble_is_told_likewise()
    {
        Note(Away, 0, "away");
        Note(Refused, 1, null);
        Assert.Equal("core_refused", watch.Trouble?.Code);
        Note(Refused, 60, "refused");
        Note(Refused, 61, null);
        Note(Away, 1, "away");
        Note(null, 1, "restored");
    }

    [Fact]
    public void The_end_of_trouble_that_was_not_told_is_not_told()
    {
        Note(null, 0, null);
        Note(Away, 1, "away");
        Note(null, 1, "restored");
        Note(Away, 1, null);
        Note(null, 1, null);
        Note(null, 61, null);
        Note(Away, 1, "away");
    }

    private void Note(TokenFailure? failure, double after, string? told)
    {
        log.Lines.Clear();
        time.Advance(TimeSpan.FromSeconds(after));
        watch.Note(failure);
        Assert.Equal(told is null ? [] : [told], log.Lines.Select(Told));
    }

    private static string Told(string line) =>
        line.Contains("cannot be asked", StringComparison.Ordinal) ? "away"
        : line.Contains("does not serve", StringComparison.Ordinal) ? "refused" : "restored";
}
