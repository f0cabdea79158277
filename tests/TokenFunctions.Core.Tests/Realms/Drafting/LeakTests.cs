using TokenFunctions.Realms.Drafting;

namespace TokenFunctions.Core.Tests.Realms.Drafting;

/// <summary>Lines made up of random parts: what stands where a value stands never comes back.</summary>
public sealed class LeakTests
{
    private static readonly string[] Names =
    [
        "client_id", "client_secret", "password", "user", "key", "code", "foo", "X-Api-Key", "appId", "a.b", "a[b]", "token_hint", "email",
        "id", "name", "timestamp", "t", "nonce", "data", "secret_type", "org", "session", "sign", "refresh_token", "assertion", "value",
    ];

    private static readonly string[] Values =
    [
        "hidword", "hid-0123456789abcdef", "eyJhbGciOi.hidhidhid.hidhidhid", "$hidVAR", "${hid}", "<hid>", "YOUR_hid", "hid%20x", "hid+x", "hid=hid",
        "-----BEGIN hid-----", "hid&hid", "hid:hid", "{hid}", "hid;hid", "https://hid.example/hid", "hid\u00e9", "1hid", "%hid%", "@hid", "hid\"x",
    ];

    [Fact]
    public void No_value_comes_back_from_any_place()
    {
        var random = new Random(20261121);
        for (var run = 0; run < 4000; run++)
        {
            var parts = Enumerable.Range(0, random.Next(1, 5)).Select(_ => Part(Pick(Names, random), Pick(Values, random), random));
            var line = $"curl https://a.example/token {string.Join(' ', parts)}";
            var reading = RealmDrafter.Draft(line, null, []);
            if (reading.IsDrafted) AssertHidden(reading.Draft, line);
            else Assert.DoesNotContain("hid", reading.Fault, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("curl --frob eyJhbGci.hidhid.hidhidhid https://a.example/x", "https://a.example/x")]
    [InlineData("curl --frob hid.hid https://a.example/x", "https://a.example/x")]
    [InlineData("curl https://a.example/key/12345678/x", "https://a.example/key/${path_key}/x")]
    public void A_stray_word_is_not_taken_for_the_address_and_a_key_not_for_an_id(string line, string url)
    {
        var draft = Drafts.Of(line);

        Assert.Equal(url, draft.Config["url"]!.GetValue<string>());
        Assert.DoesNotContain("hid", draft.Whole(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("curl https://a.example/token -d 'audience=https://api.example/?key=hidhid'")]
    [InlineData("curl https://a.example/token -d 'resource=https://user:hidhid@api.example/'")]
    [InlineData("curl 'https://a.example/token;hid8F14e45fceea167a5a36dedd4bea2543' -d x=1")]
    public void What_an_address_carries_beside_its_path_is_a_value(string line) =>
        Assert.DoesNotContain("hid", Drafts.Of(line).Whole(), StringComparison.Ordinal);

    [Fact]
    public void A_JWT_alone_is_no_address() =>
        Assert.Equal("There is no http or https address in the line.", RealmDrafter.Draft("curl eyJhbGci.hidhid.hidhidhid", null, []).Fault);

    private static void AssertHidden(RealmDraft draft, string line) =>
        Assert.False(draft.Whole().Contains("hid", StringComparison.OrdinalIgnoreCase), $"{line}\n{draft.Whole()}");

    private static string Part(string name, string value, Random random) => random.Next(14) switch
    {
        0 => $"-d '{name}={value}'",
        1 => $"--data-urlencode '{name}={value}'",
        2 => $"-H '{name}: {value}'",
        3 => $"-H 'Authorization: {value}'",
        4 => $"-H 'Authorization: Bearer {value}'",
        5 => $"-H 'Cookie: {name}={value}'",
        6 => $"-b '{name}={value}'",
        7 => $"-u '{value}'",
        8 => $"-u 'x:{value}'",
        9 => $"--oauth2-bearer '{value}'",
        10 => $"--json '{{\"{name}\":\"{value}\"}}'",
        11 => $"--json '{{\"a\":[{{\"{name}\":\"{value}\"}}]}}'",
        12 => $"-H 'Content-Type: text/xml' -d '<r><n a=\"{value}\">{value}</n></r>'",
        _ => $"-F '{name}={value}'",
    };

    private static string Pick(string[] from, Random random) => from[random.Next(from.Length)];
}
