using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using TokenFunctions.Host.Composition;
using TokenFunctions.Host.Tests.Settings;

namespace TokenFunctions.Host.Tests.Fronts;

/// <summary>What a front has begun behind, such as an entry of its audit, ends before what it is made of.</summary>
public sealed class FrontStopTests
{
    [Fact]
    public async Task A_front_ends_no_sooner_than_the_work_behind()
    {
        await using var front = WebApplication.CreateSlimBuilder().Build(Given.Read(
            ("TokenFunctions__Storage", "memory"), ("TokenFunctions__Core__Url", "http://127.0.0.1:7099"), ("ASPNETCORE_URLS", "http://127.0.0.1:0")));
        await front.StartAsync();
        var goOn = new TaskCompletionSource();
        var work = front.Services.GetRequiredService<Background>().Start(async () =>
        {
            await goOn.Task;
            return true;
        });

        var stop = front.StopAsync();
        // One that does not wait for the work ends in this time; one that does is never early.
        await Task.WhenAny(stop, Task.Delay(1000));
        Assert.False(stop.IsCompleted);
        goOn.SetResult();
        await stop;

        Assert.True(work.IsCompletedSuccessfully);
    }
}
