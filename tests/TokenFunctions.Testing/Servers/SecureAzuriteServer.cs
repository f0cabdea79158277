using System.Security.Cryptography.X509Certificates;
using Xunit;

namespace TokenFunctions.Testing.Servers;

/// <summary>Azurite's Table service over HTTPS with a throw-away certificate; takes bearer tokens.</summary>
public sealed class SecureAzuriteServer : IAsyncLifetime
{
    private readonly TempFolder folder = new();
    private NodeProcess? process;

    /// <summary>The certificate that clients must trust.</summary>
    public X509Certificate2 Certificate { get; } = ThrowAwayCertificate.Create();

    /// <summary>The port on 127.0.0.1.</summary>
    public int Port { get; } = FreePort.Next();

    /// <summary>The account's address.</summary>
    public Uri Endpoint => new($"https://127.0.0.1:{Port}/{DevelopmentAccount.Name}");

    public async Task InitializeAsync()
    {
        if (Node.SkipReason is not null) return;
        var (cert, key) = (folder.File("cert.pem"), folder.File("key.pem"));
        await ThrowAwayCertificate.SavePemAsync(Certificate, cert, key);
        var arguments = AzuriteArguments.Table(Port, folder.Path, "--oauth", "basic", "--cert", cert, "--key", key);
        process = await NodeProcess.StartAsync(Port, arguments);
    }

    public async Task DisposeAsync()
    {
        if (process is not null) await process.DisposeAsync();
        Certificate.Dispose();
        folder.Dispose();
    }
}
