using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using TokenFunctions.Core.Tests.Realms.Doubles;
using TokenFunctions.Realms;
using TokenFunctions.Realms.Egress;
using TokenFunctions.Testing;
using TokenFunctions.Testing.Servers;
using TokenFunctions.Tokens;

namespace TokenFunctions.Core.Tests.Realms;

/// <summary>Whole calls over TLS with certificates on both sides.</summary>
public sealed class ClientCertificateTests : IDisposable
{
    private readonly Issuer root = Issuer.Root("root");
    private readonly Issuer clients = Issuer.Root("clients");
    private readonly X509Certificate2 server;
    private readonly X509Certificate2 client;
    private int opened;

    public ClientCertificateTests() => (server, client) = (root.Server("127.0.0.1"), clients.Client());

    private static string Tls => """ "tls":{"cert":"$cert","key":"$key","ca":"$ca"} """;

    private string ClientKey => client.GetECDsaPrivateKey()!.ExportECPrivateKeyPem();

    public void Dispose()
    {
        foreach (var one in new IDisposable[] { root, clients, server, client }) one.Dispose();
    }

    [Fact]
    public async Task The_right_certificate_gets_a_token_and_each_attempt_a_way_of_its_own()
    {
        await using var provider = await TlsProvider.StartAsync(server, client);
        using var realms = Client();
        for (var attempt = 1; attempt <= 2; attempt++)
        {
            var answer = await AskAsync(realms, provider, Tls, Material(client.ExportCertificatePem(), ClientKey));
            Assert.True(answer.HasToken, answer.Failure?.Detail);
            Assert.Equal(1 + attempt, opened);
        }
        Assert.Equal(2, provider.Calls);
    }

    [Fact]
    public async Task A_locked_rsa_key_in_pem_with_its_chain_does()
    {
        using var rsa = RSA.Create(2048);
        using var middle = clients.Below("middle");
        using var leaf = middle.Client(rsa);
        await using var provider = await TlsProvider.StartAsync(server, leaf);
        var locked = rsa.ExportEncryptedPkcs8PrivateKeyPem("open", new(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1000));
        using var realms = Client();
        // The chain is written with its top first, and all on one line.
        var chain = (middle.Pem + "\n" + leaf.ExportCertificatePem()).Replace("\n", "\\n", StringComparison.Ordinal);
        var answer = await AskAsync(
            realms, provider, """ "tls":{"cert":"$cert","key":"$key","ca":"${ca}","passphrase":"$pw"} """,
            Ask.Secret(("cert", chain), ("key", locked), ("ca", root.Pem), ("pw", "open")));

        Assert.True(answer.HasToken, answer.Failure?.Detail);
        Assert.Contains("CN=middle", provider.Chain);
    }

    [Fact]
    public async Task Certificate_and_key_may_be_one_text()
    {
        await using var provider = await TlsProvider.StartAsync(server, client);
        using var realms = Client();
        var answer = await AskAsync(
            realms, provider, """ "tls":{"cert":"$both","ca":"$ca"} """,
            Ask.Secret(("both", client.ExportCertificatePem() + "\n" + ClientKey), ("ca", root.Pem)));

        Assert.True(answer.HasToken, answer.Failure?.Detail);
    }

    [Fact]
    public async Task Another_certificate_or_none_gets_nothing()
    {
        using var other = clients.Client();
        await using var provider = await TlsProvider.StartAsync(server, client);
        using var realms = Client();
        var wrong = await AskAsync(realms, provider, Tls, Material(other.ExportCertificatePem(), other.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem()));
        var none = await AskAsync(realms, provider, "", SecretFields.None);

        Assert.Equal(FailureKind.Transient, wrong.Failure!.Kind);
        Assert.Equal(FailureKind.Transient, none.Failure!.Kind);
        Assert.Equal(0, provider.Calls);
    }

    [Fact]
    public async Task A_server_that_the_authority_did_not_issue_is_not_trusted()
    {
        await using var provider = await TlsProvider.StartAsync(server, client);
        using var realms = Client();
        foreach (var members in new[] { Tls, """ "tls":{"cert":"$cert","key":"$key"} """ })
        {
            var secret = Ask.Secret(("cert", client.ExportCertificatePem()), ("key", ClientKey), ("ca", clients.Pem));
            var failure = (await AskAsync(realms, provider, members, secret)).Failure!;
            Assert.Equal("No secure connection to the provider could be made; check `url` and its certificate.", failure.Detail);
            Assert.Equal(UpstreamReach.NotSent, failure.Reach);
        }
        Assert.Equal(0, provider.Calls);
    }

    [Fact]
    public async Task An_authority_alone_will_do_where_no_certificate_is_asked_for()
    {
        await using var provider = await TlsProvider.StartAsync(server, null);
        using var realms = Client();
        var answer = await AskAsync(realms, provider, """ "tls":{"ca":"$ca"} """, Ask.Secret(("ca", root.Pem)));
        Assert.True(answer.HasToken, answer.Failure?.Detail);
    }

    [Fact]
    public async Task The_hosts_name_is_checked_also_under_an_authority_of_ones_own()
    {
        using var stranger = root.Server("other.example");
        await using var provider = await TlsProvider.StartAsync(stranger, client);
        using var realms = Client();
        var failure = (await AskAsync(realms, provider, Tls, Material(client.ExportCertificatePem(), ClientKey))).Failure!;

        Assert.Equal(UpstreamReach.NotSent, failure.Reach);
        Assert.Equal(0, provider.Calls);
    }

    [Fact]
    public async Task A_certificate_opens_no_way_around_the_guard()
    {
        await using var provider = await TlsProvider.StartAsync(server, client);
        using var realms = new RealmClient(identity => EgressHandler.Create(EgressRules.PublicOnly, identity: identity), new ManualTime(Ask.Now));
        var answer = await AskAsync(realms, provider, Tls, Material(client.ExportCertificatePem(), ClientKey));
        Assert.Equal(FailureKind.EgressRefused, answer.Failure!.Kind);
    }

    [Fact]
    public async Task A_server_cannot_make_us_fetch_its_issuer()
    {
        var fetches = 0;
        await using var bait = await LoopbackServer.StartAsync(context =>
        {
            fetches++;
            return context.Response.Body.WriteAsync(clients.Certificate.RawData).AsTask();
        });
        var access = new X509AuthorityInformationAccessExtension([], [new Uri(bait.Address, "ca.crt").AbsoluteUri]);
        using var baited = clients.Server("127.0.0.1", access);
        await using var provider = await TlsProvider.StartAsync(baited, client, clients.Certificate);
        using var realms = Client();
        Assert.False((await AskAsync(realms, provider, "", SecretFields.None)).HasToken);
        Assert.False((await AskAsync(realms, provider, Tls, Material(client.ExportCertificatePem(), ClientKey))).HasToken);
        Assert.Equal(0, fetches);
    }

    [Fact]
    public async Task What_is_no_certificate_is_told_by_its_field_and_nothing_is_sent()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var middle = root.Below("middle");
        var good = client.ExportCertificatePem();
        var rows = new (string Cert, string Key, string Ca, string Told)[]
        {
            ("hunter2", ClientKey, root.Pem, "`tls.cert` holds no certificate that can be read; check `cert`."),
            (good.Replace("MII", "AAA", StringComparison.Ordinal), ClientKey, root.Pem, "`tls.cert` holds no certificate that can be read; check `cert`."),
            (good, "", root.Pem, "`tls.key` is empty; check `key`."),
            (good, "hunter2", root.Pem, "`tls.key` holds no private key that can be read; use PEM (PKCS#1, PKCS#8 or SEC1), PKCS#8 in base64, or a JWK; check `key`."),
            (good, good, root.Pem, "`tls.key` holds no private key, but another object; use the private key; check `key`."),
            (good, other.ExportPkcs8PrivateKeyPem(), root.Pem, "`tls.key` does not belong to `tls.cert`; check `cert` and `key`."),
            (good, ClientKey, "hunter2", "`tls.ca` holds no root certificate that can be read; check `ca`."),
            (good, ClientKey, middle.Pem, "`tls.ca` holds no root certificate that can be read; check `ca`."),
        };
        foreach (var (cert, key, ca, told) in rows)
        {
            var provider = CannedProvider.Answering(Ask.Success);
            var answer = await Ask.Once(provider, Ask.Config(Tls), Ask.Secret(("cert", cert), ("key", key), ("ca", ca)));
            Assert.Equal((FailureKind.SecretIncomplete, UpstreamReach.NotSent, 0), (answer.Failure!.Kind, answer.Failure.Reach, provider.Calls));
            Assert.Equal("The client certificate cannot be used: " + told, answer.Failure.Detail);
        }
    }

    private SecretFields Material(string cert, string key) => Ask.Secret(("cert", cert), ("key", key), ("ca", root.Pem));

    private RealmClient Client()
    {
        Assert.True(EgressRules.TryParse("127.0.0.1", out var rules, out var error), error);
        return new(
            identity =>
            {
                opened++;
                return EgressHandler.Create(rules, identity: identity);
            },
            new ManualTime(Ask.Now));
    }

    private static Task<UpstreamAnswer> AskAsync(RealmClient realms, TlsProvider provider, string members, SecretFields secret) =>
        realms.AskAsync(Ask.Compile(Ask.Config(members, $"https://{IPAddress.Loopback}:{provider.Port}/token")), secret, Ask.Long);
}
