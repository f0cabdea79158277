using TokenFunctions.Testing;
using TokenFunctions.Testing.Servers;

namespace TokenFunctions.Client.Tests.Connecting;

public sealed class ServiceHomeTests
{
    [Fact]
    public async Task An_end_does_not_wait_for_a_service_that_does_not_answer()
    {
        var asked = new TaskCompletionSource();
        await using var service = await LoopbackServer.StartAsync(context =>
        {
            asked.TrySetResult();
            return Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        // The limits of its calls stand still.
        var client = TokenClient.Connect(
            new TokenFunctionsOptions { Address = service.Address }, time: new ManualTime());

        var answer = client.GetAsync("orders", "main").AsTask();
        await asked.Task;
        await client.DisposeAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => answer);
    }

    [Fact]
    public async Task A_service_is_reached_by_HTTP_1_where_it_offers_no_more_and_without_a_proxy_on_this_machine()
    {
        string? protocol = null;
        await using var service = await LoopbackServer.StartAsync(context =>
        {
            protocol = $"{context.Request.Protocol} {context.Request.Path}";
            return Task.CompletedTask;
        });
        await using var client = TokenClient.Connect(new TokenFunctionsOptions { Address = service.Address });

        Assert.True(await client.AnswersAsync(CancellationToken.None));
        Assert.Equal("HTTP/1.1 /api/health/live", protocol);
    }
}
