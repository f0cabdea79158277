using System.Collections.Concurrent;
using TokenFunctions.Realms;
using TokenFunctions.Tokens;

namespace TokenFunctions.Core.Tests.Flow.Doubles;

/// <summary>A provider that answers what a test says; without a word it issues <c>token-1</c>, <c>token-2</c> and so on.</summary>
internal sealed class ScriptedProvider : IRealmClient
{
    private readonly ConcurrentQueue<Task<UpstreamAnswer>> script = new();
    private int calls;

    /// <summary>How often it was asked.</summary>
    public int Calls => Volatile.Read(ref calls);

    /// <summary>The life of the tokens that are issued without a script.</summary>
    public TimeSpan? Life { get; set; } = TimeSpan.FromHours(1);

    /// <summary>The time that the last call was given.</summary>
    public TimeSpan Timeout { get; private set; }

    /// <summary>What is answered without a script; null = a new token.</summary>
    public Func<UpstreamAnswer>? Default { get; set; }

    /// <summary>What happens inside the next call, before its answer.</summary>
    public Func<Task>? During { get; set; }

    /// <summary>What happens inside each call, before its answer.</summary>
    public Func<RealmPlan, Task>? Always { get; set; }

    /// <summary>The field <c>key_1</c> of the last call.</summary>
    public string? Key1 { get; private set; }

    /// <summary>What each call was given, in order.</summary>
    public ConcurrentQueue<CallMaterial> Given { get; } = new();

    public static UpstreamAnswer Token(string value, TimeSpan? life) => UpstreamAnswer.Of(new UpstreamToken(new SecretText(value), life));

    public static UpstreamAnswer Failure(FailureKind kind = FailureKind.Transient, UpstreamReach reach = UpstreamReach.Answered) =>
        UpstreamAnswer.Of(new UpstreamFailure(kind, "The provider is unwell.", reach) { RetryAfter = TimeSpan.FromSeconds(10) });

    public void Next(params UpstreamAnswer[] answers)
    {
        foreach (var answer in answers) script.Enqueue(Task.FromResult(answer));
    }

    /// <summary>Holds the next call until the test sets its answer.</summary>
    public TaskCompletionSource<UpstreamAnswer> HoldNext()
    {
        var held = new TaskCompletionSource<UpstreamAnswer>();
        script.Enqueue(held.Task);
        return held;
    }

    public async Task<UpstreamAnswer> AskAsync(RealmPlan plan, CallMaterial material, TimeSpan timeout)
    {
        var number = Interlocked.Increment(ref calls);
        Timeout = timeout;
        Given.Enqueue(material);
        Key1 = material.Secret.Find("key_1")?.Reveal();
        if (During is { } during)
        {
            During = null;
            await during();
        }

        if (Always is { } always) await always(plan);
        return script.TryDequeue(out var answer) ? await answer : Default?.Invoke() ?? Token($"token-{number}", Life);
    }
}
