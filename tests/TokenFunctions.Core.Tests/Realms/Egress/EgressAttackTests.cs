using System.Net;
using TokenFunctions.Core.Tests.Realms.Doubles;
using TokenFunctions.Realms;
using TokenFunctions.Realms.Egress;
using TokenFunctions.Tokens;

namespace TokenFunctions.Core.Tests.Realms.Egress;

/// <summary>Every disguise of an address that must not be called, through whole calls and through the handler alone.</summary>
public sealed class EgressAttackTests : IDisposable
{
    private static readonly FailureKind[] Refusals = [FailureKind.EgressRefused, FailureKind.SecretIncomplete];
    private readonly ConnectionCounter counter = ConnectionCounter.Everywhere();

    public static TheoryData<string> Names => [.. Attacks.All.Keys];

    public void Dispose() => counter.Dispose();

    [Fact]
    public void There_are_many() => Assert.True(Attacks.All.Count >= 160, $"{Attacks.All.Count}");

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_realm_cannot_call_it(string name)
    {
        var attack = Attacks.All[name];
        var answer = await Ask.Once(Handler(attack), Ask.Config(url: "$url"), Ask.Secret(("url", AtPort(attack.Url))));

        // A name without addresses is no refusal: it may have some later.
        var kinds = attack.Answers.Length == 0 ? [.. Refusals, FailureKind.Transient] : Refusals;
        Assert.Contains(answer.Failure!.Kind, kinds);
        Assert.Equal(UpstreamReach.NotSent, answer.Failure.Reach);
        Assert.Equal(0, counter.Count);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_handler_refuses_it_also_where_nobody_has_looked_at_the_url(string name)
    {
        var attack = Attacks.All[name];
        if (!Uri.TryCreate(AtPort(attack.Url), UriKind.Absolute, out var url) || !url.Scheme.StartsWith("http", StringComparison.Ordinal)) return;
        // What a client makes of an empty name or of user names is not the guard's business: it sees the host alone.
        using var http = new HttpMessageInvoker(Handler(attack));
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        var thrown = await Assert.ThrowsAnyAsync<Exception>(() => http.SendAsync(request, CancellationToken.None));

        Assert.True(
            attack.Answers.Length == 0 || url.IdnHost.Trim('.').Length == 0 || thrown.InnerException is EgressRefusedException,
            $"{url.IdnHost}: {thrown}");
        Assert.Equal(0, counter.Count);
    }

    [Fact]
    public async Task The_counter_counts_who_gets_through()
    {
        var opened = new Attack("https://127.0.0.1:{port}/", [], "127.0.0.1");
        Assert.Equal(FailureKind.Transient, (await Ask.Once(Handler(opened), Ask.Config(url: AtPort(opened.Url)))).Failure!.Kind);
        Assert.Equal(1, counter.Count);
    }

    private string AtPort(string text) => text.Replace("{port}", $"{counter.Port}", StringComparison.Ordinal);

    private EgressHandler Handler(Attack attack)
    {
        Assert.True(EgressRules.TryParse(AtPort(attack.Allow), out var rules, out var error), error);
        return EgressHandler.Create(rules, (_, _) => Task.FromResult(attack.Answers.Select(IPAddress.Parse).ToArray()));
    }
}
