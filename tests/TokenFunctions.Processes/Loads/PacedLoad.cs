using System.Collections.Concurrent;
using System.Diagnostics;
using TokenFunctions.Processes.App;

namespace TokenFunctions.Processes.Loads;

/// <summary>Callers that come at an even pace, whether those before them were answered or not.</summary>
internal sealed class PacedLoad
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(20);

    private readonly ConcurrentQueue<LoadAnswer> answers = new();
    private readonly Func<int, Task<ApiAnswer>> call;

    private PacedLoad(Func<int, Task<ApiAnswer>> call) => this.call = call;

    /// <summary>Calls until <paramref name="work"/> has ended, and waits for every answer.</summary>
    /// <param name="perSecond">How many callers come in a second; on a machine that is too slow for it, fewer.</param>
    /// <param name="call">Makes the call of this number.</param>
    /// <param name="work">What happens meanwhile.</param>
    public static async Task<IReadOnlyCollection<LoadAnswer>> WhileAsync(
        int perSecond, Func<int, Task<ApiAnswer>> call, Func<Task> work)
    {
        var load = new PacedLoad(call);
        var working = work();
        var calls = await load.CallWhileAsync(working, perSecond);
        await Task.WhenAll(calls);
        await working;
        return load.answers;
    }

    private async Task<List<Task>> CallWhileAsync(Task working, int perSecond)
    {
        var (begun, calls) = (Stopwatch.GetTimestamp(), new List<Task>());
        while (!working.IsCompleted)
        {
            var wanted = (int)(Stopwatch.GetElapsedTime(begun).TotalSeconds * perSecond);
            while (calls.Count < wanted) calls.Add(CallAsync(calls.Count));
            await Task.WhenAny(working, Task.Delay(Beat));
        }

        return calls;
    }

    private async Task CallAsync(int number)
    {
        var begun = Stopwatch.GetTimestamp();
        var answer = await call(number);
        answers.Enqueue(new LoadAnswer(number, answer, Stopwatch.GetElapsedTime(begun)));
    }
}
