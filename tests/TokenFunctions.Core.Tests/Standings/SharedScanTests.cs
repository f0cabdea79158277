using TokenFunctions.Standings;
using TokenFunctions.Testing;
using TokenFunctions.Tokens;

namespace TokenFunctions.Core.Tests.Standings;

public sealed class SharedScanTests
{
    private static readonly IReadOnlyDictionary<TokenKey, Standing> Read = new Dictionary<TokenKey, Standing>();

    private readonly ManualTime time = new();
    private readonly SharedScan shared;
    private int reads;

    public SharedScanTests() => shared = new(time);

    [Fact]
    public async Task Who_asks_while_it_is_read_and_four_times_as_long_afterwards_gets_the_same()
    {
        var reading = new TaskCompletionSource();
        var one = AskAsync(reading.Task);
        var other = AskAsync(reading.Task);
        time.Advance(TimeSpan.FromSeconds(3));
        reading.SetResult();
        Assert.Same(await one, await other);

        time.Advance(TimeSpan.FromSeconds(11));
        await AskAsync(Task.CompletedTask);
        Assert.Equal(1, reads);

        time.Advance(TimeSpan.FromSeconds(1));
        await AskAsync(Task.CompletedTask);
        Assert.Equal(2, reads);
    }

    [Fact]
    public async Task What_is_read_at_once_is_read_anew_each_time()
    {
        for (var n = 1; n <= 3; n++)
        {
            await AskAsync(Task.CompletedTask);
            Assert.Equal(n, reads);
        }
    }

    [Fact]
    public async Task Nobody_waits_longer_than_the_patience_and_who_asks_again_gets_what_was_read()
    {
        var reading = new TaskCompletionSource();
        var asked = AskAsync(reading.Task);
        time.Advance(SharedScan.Patience);
        Assert.Null(await asked);

        time.Advance(SharedScan.Patience);
        reading.SetResult();
        Assert.NotNull(await AskAsync(Task.CompletedTask));
        Assert.Equal(1, reads);
    }

    [Fact]
    public async Task A_reading_that_fails_fails_for_those_who_wait_and_is_not_remembered()
    {
        var fault = Task.FromException(new TimeoutException());
        await Assert.ThrowsAsync<TimeoutException>(() => AskAsync(fault));
        Assert.NotNull(await AskAsync(Task.CompletedTask));
    }

    [Fact]
    public async Task Scopes_are_apart()
    {
        var reading = new TaskCompletionSource();
        _ = AskAsync(reading.Task, "a");
        Assert.NotNull(await AskAsync(Task.CompletedTask, "b"));
        Assert.Equal(2, reads);
    }

    private Task<IReadOnlyDictionary<TokenKey, Standing>?> AskAsync(Task reading, string scope = "")
    {
        return shared.FindAsync(scope, ReadAsync, CancellationToken.None);

        async Task<IReadOnlyDictionary<TokenKey, Standing>> ReadAsync()
        {
            reads++;
            await reading;
            return Read;
        }
    }
}
