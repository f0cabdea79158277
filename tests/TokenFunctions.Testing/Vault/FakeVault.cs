using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using Azure.Core.Pipeline;
using Azure.Security.KeyVault.Secrets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace TokenFunctions.Testing.Vault;

/// <summary>A double of Key Vault's secrets over HTTPS on 127.0.0.1 with a throw-away certificate: versions, soft delete,
/// disabled secrets, injected faults. Not faithful in access control and throttling.</summary>
public sealed class FakeVault : IAsyncDisposable
{
    /// <summary>The token that the vault takes.</summary>
    public const string Token = "token-of-the-vault-double";

    private const string Challenge =
        "Bearer authorization=\"https://login.microsoftonline.com/00000000-0000-0000-0000-000000000001\", resource=\"https://vault.azure.net\"";

    private readonly FakeVaultShelf shelf = new();
    private readonly ConcurrentQueue<VaultFault> faults = new();
    private readonly ConcurrentQueue<string> log = new();
    private readonly X509Certificate2 certificate = ThrowAwayCertificate.Create();
    private readonly WebApplication app;
    private readonly FakeVaultRoutes routes;

    private FakeVault()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(certificate)));
        app = builder.Build();
        routes = new FakeVaultRoutes(shelf, () => Uri);
        app.Run(AnswerAsync);
    }

    /// <summary>The vault's address.</summary>
    public Uri Uri => new(app.Urls.First());

    /// <summary>The certificate, for programs that trust what a file says.</summary>
    public string CertificatePem => certificate.ExportCertificatePem();

    /// <summary>The credential that the vault knows.</summary>
    public StaticCredential Credential { get; } = new(Token);

    /// <summary>A fault for every request; null = none. For outages.</summary>
    public VaultFault? Down { get; set; }

    /// <summary>Method and path of all requests with a good token, in order; no values.</summary>
    public IReadOnlyList<string> Log => [.. log];

    /// <summary>A running vault without secrets.</summary>
    public static async Task<FakeVault> StartAsync()
    {
        var vault = new FakeVault();
        await vault.app.StartAsync();
        return vault;
    }

    /// <summary>Answers the next request with a failure, and the ones after it with further ones.</summary>
    public void FailNext(params VaultFault[] next) => Array.ForEach(next, faults.Enqueue);

    /// <summary>Switches a secret off or on, as an operator does in the portal.</summary>
    public void Enable(string name, bool enabled) => shelf.Enable(name, enabled);

    /// <summary>How many versions a living secret has.</summary>
    public int CountVersions(string name) => shelf.CountVersions(name);

    /// <summary>A transport that trusts the vault's certificate, for clients that the code under test makes.</summary>
    public HttpPipelineTransport Transport() => new HttpClientTransport(new HttpClient(ThrowAwayCertificate.HandlerTrusting(certificate)));

    /// <summary>A client of this vault with quick retries.</summary>
    public SecretClient Client() => new(Uri, Credential, new SecretClientOptions
    {
        DisableChallengeResourceVerification = true,
        Transport = Transport(),
        Retry = { MaxRetries = 2, Delay = TimeSpan.FromMilliseconds(5), NetworkTimeout = TimeSpan.FromSeconds(5) },
    });

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        certificate.Dispose();
    }

    private Task AnswerAsync(HttpContext context)
    {
        if (context.Request.Headers.Authorization != "Bearer " + Token)
        {
            context.Response.Headers.WWWAuthenticate = Challenge;
            return FakeVaultAnswer.ErrorAsync(context, 401, "Unauthorized", "AKV10000: Request is missing a Bearer or PoP token.");
        }

        log.Enqueue($"{context.Request.Method} {context.Request.Path}");
        if (Down is { } down) return FailAsync(context, down);
        return faults.TryDequeue(out var fault) ? FailAsync(context, fault) : routes.AnswerAsync(context);
    }

    private static Task FailAsync(HttpContext context, VaultFault fault) =>
        FakeVaultAnswer.ErrorAsync(context, fault.Status, fault.Code, "An injected fault.", fault.InnerCode);
}
