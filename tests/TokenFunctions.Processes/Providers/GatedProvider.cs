using Microsoft.AspNetCore.Http;
using TokenFunctions.Testing.Servers;

namespace TokenFunctions.Processes.Providers;

/// <summary>A provider that counts its calls and can hold its answers back until a test lets them go.</summary>
internal sealed class GatedProvider : IAsyncDisposable
{
    private LoopbackServer server = null!;
    private TaskCompletionSource gate = Open();
    private TaskCompletionSource held = Open();
    private int calls;

    private GatedProvider()
    {
    }

    public int Calls => Volatile.Read(ref calls);

    public string Address => server.Address.GetLeftPart(UriPartial.Authority);

    /// <summary>The life of the tokens that are issued, in seconds.</summary>
    public int LifeSeconds { get; set; } = 7200;

    public static async Task<GatedProvider> StartAsync()
    {
        var provider = new GatedProvider();
        provider.server = await LoopbackServer.StartAsync(provider.AnswerAsync);
        return provider;
    }

    /// <summary>From now on calls are taken and not answered.</summary>
    public void Hold() => gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Answers all calls that are held, and those that come.</summary>
    public void Release() => gate.TrySetResult();

    /// <summary>Goes on holding what is held, and answers what comes from now on.</summary>
    public void HoldNoMore() => (held, gate) = (gate, Open());

    /// <summary>Answers what was held before <see cref="HoldNoMore"/>.</summary>
    public void ReleaseHeld() => held.TrySetResult();

    public async ValueTask DisposeAsync()
    {
        Release();
        ReleaseHeld();
        await server.DisposeAsync();
    }

    private static TaskCompletionSource Open()
    {
        var open = new TaskCompletionSource();
        open.SetResult();
        return open;
    }

    private async Task AnswerAsync(HttpContext context)
    {
        // Before the call is counted: a test that sees the count may change the gate at once.
        var passing = gate;
        var call = Interlocked.Increment(ref calls);
        var token = $"gated-token-{call}-{Guid.NewGuid():N}";
        await passing.Task.WaitAsync(context.RequestAborted);
        context.Response.ContentType = "application/json";
        var answer = $$"""{"access_token":"{{token}}","expires_in":{{LifeSeconds}}}""";
        await context.Response.WriteAsync(answer, context.RequestAborted);
    }
}
