using System.Diagnostics;
using Xunit;

namespace TokenFunctions.Testing;

/// <summary>Waiting for something that another process or thread does: polled, with a bound.</summary>
public static class Eventually
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>Waits until <paramref name="condition"/> holds; fails the test after <paramref name="bound"/> (default 30 s).</summary>
    public static async Task HoldsAsync(Func<Task<bool>> condition, string what, TimeSpan? bound = null)
    {
        var started = Stopwatch.GetTimestamp();
        while (!await condition())
        {
            Assert.True(Stopwatch.GetElapsedTime(started) < (bound ?? TimeSpan.FromSeconds(30)), $"{what}: not within the bound.");
            await Task.Delay(Pause);
        }
    }

    /// <summary>Waits until <paramref name="condition"/> holds; fails the test after <paramref name="bound"/> (default 30 s).</summary>
    public static Task HoldsAsync(Func<bool> condition, string what, TimeSpan? bound = null) =>
        HoldsAsync(() => Task.FromResult(condition()), what, bound);
}
