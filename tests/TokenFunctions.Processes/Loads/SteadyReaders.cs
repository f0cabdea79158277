using System.Collections.Concurrent;
using System.Diagnostics;
using TokenFunctions.Processes.App;

namespace TokenFunctions.Processes.Loads;

/// <summary>Readers that each ask again when they were answered, so that a slow machine is not asked more than it can
/// take.</summary>
internal static class SteadyReaders
{
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(50);

    /// <summary>Reads until <paramref name="work"/> has ended, and waits for every answer.</summary>
    /// <param name="readers">How many there are.</param>
    /// <param name="call">Makes the call of this number.</param>
    /// <param name="work">What happens meanwhile.</param>
    public static async Task<IReadOnlyCollection<LoadAnswer>> WhileAsync(
        int readers, Func<int, Task<ApiAnswer>> call, Func<Task> work)
    {
        var (answers, calls) = (new ConcurrentQueue<LoadAnswer>(), -1);
        var working = work();
        await Task.WhenAll(Enumerable.Range(0, readers).Select(_ => ReadAsync()));
        await working;
        return answers;

        async Task ReadAsync()
        {
            while (!working.IsCompleted)
            {
                var (number, begun) = (Interlocked.Increment(ref calls), Stopwatch.GetTimestamp());
                answers.Enqueue(new LoadAnswer(number, await call(number), Stopwatch.GetElapsedTime(begun)));
                await Task.Delay(Breath);
            }
        }
    }
}
