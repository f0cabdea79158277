using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace TokenFunctions.App.Tests.Providers;

/// <summary>A provider that counts its calls and can hold its answers back until a test lets them go.</summary>
internal sealed class GatedProvider : IAsyncDisposable
{
    private readonly WebApplication app;
    private TaskCompletionSource gate = Open();
    private int calls;

    private GatedProvider()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
        app = builder.Build();
        app.Run(AnswerAsync);
    }

    public int Calls => Volatile.Read(ref calls);

    public string Address { get; private set; } = "";

    /// <summary>The life of the tokens that are issued, in seconds.</summary>
    public int LifeSeconds { get; set; } = 7200;

    /// <summary>What is answered instead of a token; null = a token.</summary>
    public string? Instead { get; set; }

    public static async Task<GatedProvider> StartAsync()
    {
        var provider = new GatedProvider();
        await provider.app.StartAsync();
        provider.Address = provider.app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return provider;
    }

    /// <summary>From now on calls are taken and not answered.</summary>
    public void Hold() => gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Answers all calls that are held, and those that come.</summary>
    public void Release() => gate.TrySetResult();

    public async ValueTask DisposeAsync()
    {
        Release();
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private static TaskCompletionSource Open()
    {
        var open = new TaskCompletionSource();
        open.SetResult();
        return open;
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var call = Interlocked.Increment(ref calls);
        var token = $"gated-token-{call}-{Guid.NewGuid():N}";
        await gate.Task.WaitAsync(context.RequestAborted);
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(Instead ?? $$"""{"access_token":"{{token}}","expires_in":{{LifeSeconds}}}""", context.RequestAborted);
    }
}
