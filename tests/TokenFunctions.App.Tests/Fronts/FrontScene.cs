using System.Net;
using System.Text;
using TokenFunctions.Processes.App;
using TokenFunctions.Processes.Providers;
using TokenFunctions.Testing;
using TokenFunctions.Testing.Servers;

namespace TokenFunctions.App.Tests.Fronts;

/// <summary>A provider, a core process before it, and front processes before that. What a token's generation is must be
/// checked again after a second.</summary>
internal sealed class FrontScene : IAsyncDisposable
{
    /// <summary>How long an answer of the core may be kept.</summary>
    public static readonly TimeSpan RevalidateAfter = TimeSpan.FromSeconds(1);

    private const string Realm = "gated";
    private const string Caller = """{"id":"front","allow":[{"realm":"*","key":"*","verbs":["read","flush"]}]}""";

    private readonly TempFolder coreFolder = new();
    private readonly TempFolder frontFolder = new();
    private readonly string admin = Evidence.Plant("admin");
    private readonly int corePort = FreePort.Next();

    private FrontScene()
    {
    }

    public GatedProvider Provider { get; private set; } = null!;

    public AppProcess Core { get; private set; } = null!;

    /// <summary>The front's key at the core.</summary>
    public string CoreKey { get; private set; } = "";

    /// <summary>A file for a test, beside the front's own.</summary>
    public string File(string name) => frontFolder.File(name);

    public static async Task<FrontScene> StartAsync()
    {
        var scene = new FrontScene { Provider = await GatedProvider.StartAsync() };
        try
        {
            scene.Core = await AppProcess.StartAsync(scene.CoreSettings);
            scene.Core.Api.AdminKey = scene.admin;
            await scene.Core.Api.SetUpAsync(
                Realm, RealmConfigs.Gated(scene.Provider.Address, "independent"), "first", $"\"key_1\":\"{Evidence.Plant("secret")}\"");
            var made = await scene.Core.Api.PostAsync("/api/caller", Caller);
            Assert.Equal(HttpStatusCode.Created, made.Status);
            scene.CoreKey = made.ApiKey!;
        }
        catch
        {
            await scene.DisposeAsync();
            throw;
        }

        return scene;
    }

    /// <summary>Starts a front before that address of the core.</summary>
    public Task<AppProcess> StartFrontAsync(Uri core, params (string Name, string? Value)[] more) =>
        AppProcess.StartAsync(FrontSettings(core).With(more));

    /// <summary>What a front is started with: none of the settings that only a core has.</summary>
    public AppSettings FrontSettings(Uri core) =>
        SettingsOf(frontFolder.Path, core).With(("TokenFunctions__Core__ApiKey", CoreKey));

    /// <summary>What a front is started with before a core that asks for no key.</summary>
    public static AppSettings SettingsOf(string folder, Uri core)
    {
        var settings = new AppSettings(folder);
        var ofCores = settings.Environment(0).Keys.Where(name =>
            name.StartsWith("TokenFunctions__Times__", StringComparison.Ordinal) || name.StartsWith("TokenFunctions__Egress__", StringComparison.Ordinal));
        return settings.With([.. ofCores.Select(name => (name, (string?)null))])
            .With(("TokenFunctions__Core__Url", core.AbsoluteUri));
    }

    /// <summary>Starts the core again where it was.</summary>
    public async Task RestartCoreAsync(params (string Name, string? Value)[] more)
    {
        await Core.DisposeAsync();
        Core = await AppProcess.StartAsync(CoreSettings.With(more));
        Core.Api.AdminKey = admin;
    }

    /// <summary>The token at a front's memory.</summary>
    public static Task<ApiAnswer> AskAsync(AppProcess front, string more = "") => front.Api.TokenAsync(Realm, "first", more, cache: true);

    /// <summary>The token at the core.</summary>
    public Task<ApiAnswer> AskCoreAsync(string more = "") => Core.Api.TokenAsync(Realm, "first", more);

    public async ValueTask DisposeAsync()
    {
        if (Core is not null) await Core.DisposeAsync();
        await Provider.DisposeAsync();
        // All that a front has stored, for the search for secrets.
        foreach (var file in Directory.EnumerateFiles(frontFolder.Path, "*.db*", SearchOption.AllDirectories))
            Evidence.Keep(file, Encoding.Latin1.GetString(await System.IO.File.ReadAllBytesAsync(file)));
        coreFolder.Dispose();
        frontFolder.Dispose();
    }

    private AppSettings CoreSettings => new AppSettings(coreFolder.Path) { AdminKey = admin, Port = corePort }.With(
        ("TokenFunctions__Times__RevalidateMaxMs", FormattableString.Invariant($"{RevalidateAfter.TotalMilliseconds}")),
        ("TokenFunctions__Access__CallerAgeMs", "1000"));
}
