using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace TokenFunctions.Worker.Tests;

/// <summary>Where the web server is registered first, as the packages do, it ends first all the same.</summary>
public sealed class ServerStopTests
{
    [Theory]
    [InlineData(true, "request served, work ended")]
    [InlineData(false, "work ended, request served")]
    public async Task What_waits_for_work_waits_for_the_last_request_too(bool hasServerStop, string expected)
    {
        var told = new List<string>();
        var (begun, end) = (new TaskCompletionSource(), new TaskCompletionSource());
        using var host = new HostBuilder()
            .ConfigureWebHost(web => web.UseKestrel().UseUrls("http://127.0.0.1:0").Configure(app => app.Run(async _ =>
            {
                begun.SetResult();
                await end.Task;
                lock (told) told.Add("request served");
            })))
            .ConfigureServices(services =>
            {
                services.AddHostedService(_ => new Work(told, end));
                if (hasServerStop) services.AddHostedService<ServerStop>();
            })
            .Build();
        await host.StartAsync();
        var address = host.Services.GetRequiredService<Microsoft.AspNetCore.Hosting.Server.IServer>().Features
            .Get<Microsoft.AspNetCore.Hosting.Server.Features.IServerAddressesFeature>()!.Addresses.Single();
        using var http = new HttpClient();
        var request = http.GetAsync(new Uri(address));
        await begun.Task;

        var stop = host.StopAsync();
        // Where the server does not end first, the work ends at once and lets the request go on.
        if (hasServerStop) end.SetResult();
        await stop;

        using var answer = await request;
        Assert.Equal(expected, string.Join(", ", told));
    }

    private sealed class Work(List<string> told, TaskCompletionSource end) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken)
        {
            lock (told) told.Add("work ended");
            end.TrySetResult();
            return Task.CompletedTask;
        }
    }
}
