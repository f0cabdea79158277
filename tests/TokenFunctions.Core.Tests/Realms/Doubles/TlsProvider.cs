using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.DependencyInjection;

namespace TokenFunctions.Core.Tests.Realms.Doubles;

/// <summary>A provider on 127.0.0.1 that asks for one client certificate.</summary>
internal sealed class TlsProvider : IAsyncDisposable
{
    private readonly X509Certificate2 certificate;
    private readonly X509Certificate2? wanted;
    private WebApplication? app;

    private TlsProvider(X509Certificate2 certificate, X509Certificate2? wanted) =>
        (this.certificate, this.wanted) = (X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), null), wanted);

    public int Port { get; private set; }

    /// <summary>How many requests came through.</summary>
    public int Calls { get; private set; }

    /// <summary>The certificates that came with the client's own.</summary>
    public IReadOnlyList<string> Chain { get; private set; } = [];

    /// <summary>Who issued the server's certificate, so that the server itself needs not look for it; null = it may.</summary>
    private X509Certificate2? IssuedBy { get; init; }

    public static async Task<TlsProvider> StartAsync(X509Certificate2 certificate, X509Certificate2? wanted, X509Certificate2? issuedBy = null)
    {
        var provider = new TlsProvider(certificate, wanted) { IssuedBy = issuedBy };
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration()
            .ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(provider.Configure)));
        provider.app = builder.Build();
        provider.app.Run(provider.AnswerAsync);
        await provider.app.StartAsync();
        var addresses = provider.app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!;
        provider.Port = new Uri(addresses.Addresses.Single()).Port;
        return provider;
    }

    public async ValueTask DisposeAsync()
    {
        await app!.StopAsync(new CancellationToken(canceled: true));
        await app.DisposeAsync();
        certificate.Dispose();
    }

    private void Configure(HttpsConnectionAdapterOptions https)
    {
        https.ServerCertificate = certificate;
        if (IssuedBy is not null) https.ServerCertificateChain = [IssuedBy];
        if (wanted is null) return;
        https.ClientCertificateMode = ClientCertificateMode.RequireCertificate;
        https.ClientCertificateValidation = (shown, chain, _) =>
        {
            Chain = [.. chain!.ChainPolicy.ExtraStore.Select(other => other.Subject).Order(StringComparer.Ordinal)];
            return shown.RawData.AsSpan().SequenceEqual(wanted.RawData);
        };
    }

    private Task AnswerAsync(HttpContext context)
    {
        Calls++;
        return context.Response.WriteAsync(Ask.Success);
    }
}
