using Microsoft.Extensions.Logging.Abstractions;

namespace TokenFunctions.Core.Tests.Flow;

public sealed class BackgroundTests
{
    private readonly Background background = new(TaskScheduler.Default, NullLogger<Background>.Instance);

    [Fact]
    public async Task Draining_waits_for_all_work_also_for_what_work_starts()
    {
        var first = new TaskCompletionSource();
        var second = new TaskCompletionSource();
        background.Run("first", async () =>
        {
            await first.Task;
            background.Run("second", () => second.Task);
        });

        var drained = background.DrainAsync();
        first.SetResult();
        await Task.Delay(10);
        Assert.False(drained.IsCompleted);
        second.SetResult();

        await drained.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task Work_that_fails_does_not_fail_the_draining()
    {
        background.Run("fails", () => throw new InvalidOperationException());
        var failing = background.Start<int>(() => throw new InvalidOperationException());

        await background.DrainAsync().WaitAsync(TimeSpan.FromSeconds(30));
        await Assert.ThrowsAsync<InvalidOperationException>(() => failing);
    }
}
