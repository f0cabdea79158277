using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using TokenFunctions.Core.Tests.Realms.Doubles;
using TokenFunctions.Realms;
using TokenFunctions.Realms.Egress;
using TokenFunctions.Testing;
using TokenFunctions.Tokens;

namespace TokenFunctions.Core.Tests.Realms;

/// <summary>A provider's certificate is checked, whatever a realm pins; nothing is sent before.</summary>
public sealed class ServerCertificateTests : IDisposable
{
    private const string Address = "127.0.0.1";
    private readonly Issuer root = Issuer.Root("root");
    private readonly Issuer other = Issuer.Root("other");

    public void Dispose()
    {
        root.Dispose();
        other.Dispose();
    }

    [Fact]
    public async Task The_pinned_authoritys_certificate_is_trusted_and_without_the_pin_it_is_not()
    {
        using var server = root.Server(Address);
        await using var provider = await TlsProvider.StartAsync(server, null);

        Assert.True((await AskAsync(provider, root.Pem)).HasToken);
        AssertRefused(await AskAsync(provider, null));
        Assert.Equal(1, provider.Calls);
    }

    [Fact]
    public async Task A_chain_is_good_where_the_server_or_the_realm_has_what_is_between()
    {
        using var middle = root.Below("middle");
        using var server = middle.Server(Address);
        await using var alone = await TlsProvider.StartAsync(server, null);
        await using var whole = await TlsProvider.StartAsync(server, null, middle.Certificate);

        Assert.True((await AskAsync(whole, root.Pem)).HasToken);
        Assert.True((await AskAsync(alone, root.Pem + "\n" + middle.Pem)).HasToken);
        AssertRefused(await AskAsync(alone, root.Pem));
    }

    [Fact]
    public async Task Another_authoritys_certificate_is_not_trusted_even_of_the_same_name()
    {
        using var twin = Issuer.Root("root");
        foreach (var stranger in new[] { other, twin })
        {
            using var server = stranger.Server(Address);
            await using var provider = await TlsProvider.StartAsync(server, null);
            await AssertRefusedAsync(provider, root.Pem);
        }
    }

    [Theory]
    [InlineData(-50, -1)]
    [InlineData(5, 50)]
    public async Task A_certificate_is_good_from_its_first_day_to_its_last(int from, int to)
    {
        root.Life = (TimeSpan.FromMinutes(from), TimeSpan.FromMinutes(to));
        using var server = root.Server(Address);
        await using var provider = await TlsProvider.StartAsync(server, null);
        await AssertRefusedAsync(provider, root.Pem);
    }

    [Theory]
    [InlineData("other.example")]
    [InlineData("localhost")]
    [InlineData("127.0.0.2")]
    [InlineData("*.0.0.1")]
    public async Task A_certificate_of_another_host_is_refused(string name)
    {
        using var server = root.Server(name);
        await using var provider = await TlsProvider.StartAsync(server, null);
        await AssertRefusedAsync(provider, root.Pem);
    }

    [Fact]
    public async Task A_certificate_for_clients_is_none_for_servers()
    {
        foreach (var (usage, isGood) in new[] { ("1.3.6.1.5.5.7.3.1", true), ("1.3.6.1.5.5.7.3.2", false), ("1.3.6.1.5.5.7.3.3", false) })
        {
            using var certificate = root.Server(Address, new X509EnhancedKeyUsageExtension([new Oid(usage)], false));
            using var server = BareTlsServer.Start(certificate);
            var answer = await AskAsync(server.Port, root.Pem);
            Assert.Equal((isGood, isGood ? 1 : 0), (answer.HasToken, server.Requests));
            if (!isGood) AssertRefused(answer);
        }
    }

    [Fact]
    public async Task A_certificate_that_a_mere_server_issued_is_refused()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var leaf = root.Server(Address);
        using var leafKey = leaf.GetECDsaPrivateKey()!;
        var request = new CertificateRequest("CN=below a server", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(System.Net.IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        using var made = request.Create(
            leaf.SubjectName, X509SignatureGenerator.CreateForECDsa(leafKey), now.AddMinutes(-10), now.AddMinutes(10), [1, 2, 3]);
        using var server = made.CopyWithPrivateKey(key);
        await using var provider = await TlsProvider.StartAsync(server, null, leaf);
        await AssertRefusedAsync(provider, root.Pem);
    }

    [Fact]
    public async Task A_certificate_that_vouches_for_itself_is_not_trusted()
    {
        using var server = ThrowAwayCertificate.Create();
        await using var provider = await TlsProvider.StartAsync(server, null);
        await AssertRefusedAsync(provider, root.Pem);
    }

    [Fact]
    public void The_time_of_a_check_is_that_of_the_connection() => Assert.True(ServerTrust.System().VerificationTimeIgnored);

    private static async Task AssertRefusedAsync(TlsProvider provider, string pin)
    {
        AssertRefused(await AskAsync(provider, pin));
        AssertRefused(await AskAsync(provider, null));
        Assert.Equal(0, provider.Calls);
    }

    private static void AssertRefused(UpstreamAnswer answer)
    {
        Assert.Equal((FailureKind.Transient, UpstreamReach.NotSent), (answer.Failure!.Kind, answer.Failure.Reach));
        Assert.Equal("No secure connection to the provider could be made; check `url` and its certificate.", answer.Failure.Detail);
    }

    private static Task<UpstreamAnswer> AskAsync(TlsProvider provider, string? pin) => AskAsync(provider.Port, pin);

    private static async Task<UpstreamAnswer> AskAsync(int port, string? pin)
    {
        Assert.True(EgressRules.TryParse(Address, out var rules, out var error), error);
        using var client = new RealmClient(identity => EgressHandler.Create(rules, identity: identity), new ManualTime(Ask.Now));
        var plan = Ask.Compile(Ask.Config(pin is null ? "" : """ "tls":{"ca":"$ca"} """, $"https://{Address}:{port}/token"));
        return await client.AskAsync(plan, Ask.Secret(("ca", pin ?? "")), Ask.Long);
    }
}
