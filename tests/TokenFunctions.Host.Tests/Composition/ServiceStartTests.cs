using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using TokenFunctions.Host.Composition;
using TokenFunctions.Host.Tests.Settings;
using TokenFunctions.Http.Health;
using TokenFunctions.Storage;
using TokenFunctions.Testing;

namespace TokenFunctions.Host.Tests.Composition;

/// <summary>A silent sweep is counted from the start of the service, not from the first question after its health.</summary>
public sealed class ServiceStartTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_sweep_that_never_came_is_told_to_the_first_who_asks(bool hasMark)
    {
        var time = new ManualTime();
        var builder = WebApplication.CreateSlimBuilder();
        var settings = Given.Read(("TokenFunctions__Storage", "memory"));
        await using var app = builder.Build(settings, services => services.AddSingleton<TimeProvider>(time));
        if (hasMark) await app.Services.GetRequiredService<SweepMarks>().SaveAsync(left: 0, CancellationToken.None);
        time.Advance(SweepHealth.PatienceOf(settings.Times) + TimeSpan.FromMilliseconds(1));

        var check = app.Services.GetServices<HealthCheck>().Single(check => check.Name == "sweep");

        Assert.Equal(HealthState.Degraded, (await check.LookAsync(CancellationToken.None)).State);
    }
}
