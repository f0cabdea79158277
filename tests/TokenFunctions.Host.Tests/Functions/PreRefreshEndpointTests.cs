using System.Globalization;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TokenFunctions.Host.Functions;
using TokenFunctions.Host.Tests.Events;
using TokenFunctions.Host.Tests.Settings;
using TokenFunctions.Hosting.Composition;
using TokenFunctions.Hosting.Events;
using TokenFunctions.Hosting.Scheduling;
using TokenFunctions.Http.Audit;
using TokenFunctions.Storage;
using TokenFunctions.Storage.Tables;

namespace TokenFunctions.Host.Tests.Functions;

public sealed class PreRefreshEndpointTests
{
    public static TheoryData<Exception> Faults =>
        [new StoreUnavailableException("down"), new OperationCanceledException(), new InvalidOperationException()];

    [Theory]
    [MemberData(nameof(Faults), DisableDiscoveryEnumeration = true)]
    public async Task A_tick_that_fails_for_any_reason_gets_a_JSON_object(Exception fault)
    {
        var builder = WebApplication.CreateSlimBuilder();
        var settings = Given.Read(("TokenFunctions__Storage", "memory"));
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddStores(settings).AddVault(settings).AddSealing(settings).AddSingleton<ITables>(new BrokenTables(fault)).AddNotices(settings).AddFlow(settings);
        await using var app = builder.Build();
        app.MapPreRefresh();
        await app.StartAsync();
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };

        using var answer = await http.PostAsync(new Uri(PreRefreshEndpoint.Path, UriKind.Relative), null);

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Equal(JsonValueKind.Object, json.RootElement.ValueKind);
    }

    [Theory]
    [InlineData(false, "sweep_failed", "the sweep failed")]
    [InlineData(true, "prune_failed", "old entries of the audit were not removed")]
    public async Task A_tick_that_fails_is_told_as_what_it_was(bool isFront, string told, string answered)
    {
        using var output = new LineBuffer();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<ILoggerProvider>(_ => new EventProvider(new EventLines(output, TimeProvider.System)));
        var fault = new StoreUnavailableException("down");
        if (isFront) AddFront(builder.Services, fault);
        else AddCore(builder.Services, fault);
        await using var app = builder.Build();
        app.MapPreRefresh();
        await app.StartAsync();
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };

        using var answer = await http.PostAsync(new Uri(PreRefreshEndpoint.Path, UriKind.Relative), null);

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Contains(answered, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(
            [told], output.Written.Select(EventOf).Where(name => name.EndsWith("_failed", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_tick_is_told_what_the_sweep_did()
    {
        var builder = WebApplication.CreateSlimBuilder();
        var settings = Given.Read(("TokenFunctions__Storage", "memory"));
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddStores(settings).AddVault(settings).AddSealing(settings).AddNotices(settings).AddFlow(settings);
        await using var app = builder.Build();
        app.MapPreRefresh();
        await app.StartAsync();
        var due = app.Services.GetRequiredService<DueStore>();
        await due.PutAsync(new("no", "such"), DateTimeOffset.UnixEpoch, CancellationToken.None);
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };

        using var answer = await http.PostAsync(new Uri(PreRefreshEndpoint.Path, UriKind.Relative), null);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        var told = json.RootElement.GetProperty("ReturnValue").EnumerateObject().ToDictionary(m => m.Name, m => m.Value.GetRawText(), StringComparer.Ordinal);
        Assert.True(long.Parse(told["elapsed_ms"], CultureInfo.InvariantCulture) >= 0);
        Assert.Equal(
            "hints=1 renewed=0 failed=0 unwanted=0 held=0 not_due=1 removed=0 repaired=0 left=0 cut_short=false",
            string.Join(' ', told.Where(m => m.Key != "elapsed_ms").Select(m => $"{m.Key}={m.Value}")));
        Assert.Equal("1 hints, 0 renewed, 0 failed, 0 left", json.RootElement.GetProperty("Logs")[0].GetString());
        Assert.Equal(JsonValueKind.Object, json.RootElement.GetProperty("Outputs").ValueKind);
    }

    private static string EventOf(string line) => JsonElement.Parse(line).GetProperty("event").GetString()!;

    private static void AddCore(IServiceCollection services, Exception fault)
    {
        var settings = Given.Read(("TokenFunctions__Storage", "memory"));
        services.AddStores(settings).AddVault(settings).AddSealing(settings).AddSingleton<ITables>(new BrokenTables(fault)).AddNotices(settings).AddFlow(settings);
    }

    private static void AddFront(IServiceCollection services, Exception fault)
    {
        services.AddSingleton(s => new AuditPruning(
            new AuditRetention(new AuditStore(new BrokenTables(fault)), 7), new StoreClock(TimeProvider.System), s.GetRequiredService<ILogger<AuditPruning>>()));
        services.AddSingleton<ITimerWork>(s => s.GetRequiredService<AuditPruning>());
        services.AddSingleton(s => new TimerTick(s.GetRequiredService<ITimerWork>()));
    }

    private sealed class BrokenTables(Exception fault) : ITables
    {
        public ITable Open(string name) => new BrokenTable(fault);

        public Task PingAsync(CancellationToken cancellationToken) => Task.FromException(fault);
    }

    private sealed class BrokenTable(Exception fault) : ITable
    {
        public Task<Row?> GetAsync(RowKey key, CancellationToken cancellationToken) => Task.FromException<Row?>(fault);

        public Task<WriteResult> InsertAsync(Row row, CancellationToken cancellationToken) =>
            Task.FromException<WriteResult>(fault);

        public Task<WriteResult> ReplaceAsync(Row row, string etag, CancellationToken cancellationToken) =>
            Task.FromException<WriteResult>(fault);

        public Task<string> UpsertAsync(Row row, CancellationToken cancellationToken) =>
            Task.FromException<string>(fault);

        public Task<WriteOutcome> DeleteAsync(RowKey key, string etag, CancellationToken cancellationToken) =>
            Task.FromException<WriteOutcome>(fault);

        public Task<RowPage> QueryAsync(RowQuery query, string? continuation, CancellationToken cancellationToken) =>
            Task.FromException<RowPage>(fault);
    }
}
