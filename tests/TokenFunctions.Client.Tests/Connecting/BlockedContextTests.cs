using TokenFunctions.Client.Tests.Homes;
using TokenFunctions.Tokens;

namespace TokenFunctions.Client.Tests.Connecting;

/// <summary>A program whose only thread waits for a token, as a window's does that blocks, gets it all the same.</summary>
public sealed class BlockedContextTests
{
    [Fact]
    public async Task A_thread_that_holds_its_context_and_waits_gets_its_token()
    {
        await using var service = await ServiceDouble.StartAsync();
        using var client = TokenClient.Connect(new TokenFunctionsOptions { Address = service.Address });
        TokenResult? result = null;
        var thread = new Thread(() =>
        {
            SynchronizationContext.SetSynchronizationContext(new DeafContext());
            result = client.GetAsync("orders", "main").AsTask().GetAwaiter().GetResult();
        });

        thread.Start();

        Assert.True(await Task.Run(() => thread.Join(TimeSpan.FromSeconds(60))), "The thread waits for itself");
        Assert.Equal(ServiceDouble.ValueOf("main"), result!.Token!.Value.Reveal());
    }

    [Fact]
    public async Task A_program_that_holds_its_only_scheduler_and_waits_gets_its_token()
    {
        await using var service = await ServiceDouble.StartAsync();
        using var client = TokenClient.Connect(new TokenFunctionsOptions { Address = service.Address });
        var one = new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, 1).ExclusiveScheduler;

        var result = await Task.Factory.StartNew(
            () => client.GetAsync("orders", "main").AsTask().GetAwaiter().GetResult(),
            CancellationToken.None, TaskCreationOptions.None, one).WaitAsync(TimeSpan.FromSeconds(60));

        Assert.Equal(ServiceDouble.ValueOf("main"), result.Token!.Value.Reveal());
    }

    // Its thread is held, so nothing that is sent to it is ever done.
    private sealed class DeafContext : SynchronizationContext
    {
        public override void Post(SendOrPostCallback d, object? state)
        {
        }
    }
}
