using System.Net;
using System.Security.Cryptography;
using TokenFunctions.Bench.Load;
using TokenFunctions.Processes.App;

namespace TokenFunctions.Bench.Servers;

/// <summary>The service as a process, with its defaults, and one caller that may read all tokens.</summary>
internal sealed class Service : IAsyncDisposable
{
    private readonly ApiClient admin;

    private Service(ServerProcess process, ApiClient admin) => (Process, this.admin) = (process, admin);

    /// <summary>The process.</summary>
    public ServerProcess Process { get; }

    /// <summary>The caller's key.</summary>
    public string ApiKey { get; private set; } = "";

    /// <summary>Starts it, and makes the caller.</summary>
    /// <param name="name">What it is called in figures.</param>
    /// <param name="storage">The setting <c>TokenFunctions__Storage</c>.</param>
    /// <param name="more">Further variables; those of the runtime too.</param>
    public static async Task<Service> StartAsync(
        string name, string storage, params IEnumerable<(string Name, string Value)> more)
    {
        var adminKey = RandomNumberGenerator.GetHexString(64);
        var process = await ServerProcess.StartAsync(name, ServerFolders.Service, port =>
        [
            ("ASPNETCORE_URLS", FormattableString.Invariant($"http://127.0.0.1:{port}")),
            ("TokenFunctions__Storage", storage),
            ("TokenFunctions__AdminKey", adminKey),
            ("TokenFunctions__Egress__Allow", "http://127.0.0.1"),
            .. more,
        ]);
        var service = new Service(process, new ApiClient(process.Address, keepsAnswers: false) { AdminKey = adminKey });
        var made = await service.PostAsync(
            "/api/caller", """{"id":"bench","allow":[{"realm":"*","key":"*","verbs":["read"]}]}""");
        service.ApiKey = made.ApiKey!;
        return service;
    }

    /// <summary>Makes a realm.</summary>
    public Task AddRealmAsync(string realm, string config) =>
        PostAsync("/api/realm", $$"""{"id":"{{realm}}","config":{{config}}}""");

    /// <summary>Makes a secret, whose tokens begin with its name.</summary>
    public Task AddSecretAsync(string realm, string key) => PostAsync(
        "/api/secret", $$"""{"realm":"{{realm}}","key":"{{key}}","key_1":"{{NameOf(realm, key)}}"}""");

    /// <summary>The request for a token at the front.</summary>
    public Ask AskFront(string realm, string key) =>
        Ask.Token($"/api/cache/token?realm={realm}&key={key}", ApiKey, NameOf(realm, key) + ".");

    /// <summary>The request for a token at the core.</summary>
    public Ask AskCore(string realm, string key) =>
        Ask.Token($"/api/token?realm={realm}&key={key}", ApiKey, NameOf(realm, key) + ".");

    public async ValueTask DisposeAsync()
    {
        admin.Dispose();
        await Process.DisposeAsync();
    }

    private static string NameOf(string realm, string key) => $"{realm}-{key}";

    private async Task<ApiAnswer> PostAsync(string path, string json)
    {
        var answer = await admin.PostAsync(path, json);
        return answer.Status is HttpStatusCode.OK or HttpStatusCode.Created
            ? answer
            : throw new InvalidOperationException($"{path}: {answer}");
    }
}
