using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using TokenFunctions.Client;
using TokenFunctions.Http.Access;
using TokenFunctions.Http.Audit;
using TokenFunctions.Http.Callers;
using TokenFunctions.Http.Fronts;
using TokenFunctions.Http.Tests.App;
using TokenFunctions.Storage;
using TokenFunctions.Storage.Tables;
using TokenFunctions.Testing;
using TokenFunctions.Tokens;

namespace TokenFunctions.Http.Tests.Fronts;

/// <summary>A front on a real Kestrel of loopback, before a core that a test plays, both in the test's time.</summary>
internal sealed class FrontApp : IAsyncDisposable
{
    /// <summary>The front's key at the core.</summary>
    public const string CoreKey = "core-key-marker-77ab";

    /// <summary>What programs ask.</summary>
    public const string Path = "/api/cache/token?realm=r&key=k";

    private readonly WebApplication app;

    private FrontApp(WebApplication app, ScriptedCore core, FlakyTables tables, ManualTime time, LogCapture log)
    {
        (this.app, Core, Tables, Time, Log) = (app, core, tables, time, log);
        Http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public ScriptedCore Core { get; }

    public FlakyTables Tables { get; }

    public ManualTime Time { get; }

    public LogCapture Log { get; }

    /// <summary>A client that sends no key.</summary>
    public HttpClient Http { get; }

    public IServiceProvider Services => app.Services;

    public CallerStore Callers => app.Services.GetRequiredService<CallerStore>();

    public static async Task<FrontApp> StartAsync(AccessRules? access = null)
    {
        var (tables, time, log) = (new FlakyTables(), new ManualTime(Samples.Noon), new LogCapture());
        var core = await ScriptedCore.StartAsync(time);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(log);
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(KestrelRules.Apply);
        builder.Services.AddSingleton<TimeProvider>(time).AddSingleton(new StoreClock(time)).AddSingleton<ITables>(tables)
            .AddSingleton(new Background(TaskScheduler.Default, NullLogger<Background>.Instance))
            .AddTokenFunctionsFront(access ?? new AccessRules { RequireLoopbackGuard = true }, _ => new TokenFunctionsOptions
            {
                Address = core.Address,
                ApiKey = new SecretText(CoreKey),
            });
        var built = builder.Build();
        built.MapTokenFunctions();
        await built.StartAsync();
        return new FrontApp(built, core, tables, time, log);
    }

    public Task<Reply> AskAsync(string more = "", string? known = null, string path = Path)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path + more);
        if (known is not null) request.Headers.TryAddWithoutValidation("If-None-Match", known);
        return SendAsync(request);
    }

    public async Task<Reply> SendAsync(HttpRequestMessage request)
    {
        using var response = await Http.SendAsync(request);
        return await Reply.ReadAsync(response);
    }

    /// <summary>Waits until no call to the core is under way: one whose time passes meanwhile was not answered in time.</summary>
    public Task SettleAsync() => Services.GetRequiredService<Background>().DrainAsync();

    /// <summary>What the front has written down of deeds.</summary>
    public async Task<IReadOnlyList<AuditEntry>> DeedsAsync() =>
        [.. (await Tables.RowsAsync(AuditStore.TableName)).Select(AuditRow.Read)];

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.DisposeAsync();
        await Core.DisposeAsync();
    }
}
