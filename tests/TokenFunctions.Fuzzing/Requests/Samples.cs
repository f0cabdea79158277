using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using TokenFunctions.Core.Tests.Realms.Drafting.Samples;
using TokenFunctions.Realms.Presets;
using TokenFunctions.Testing;

namespace TokenFunctions.Fuzzing.Requests;

/// <summary>Parts of valid requests.</summary>
internal sealed partial class Samples(Chance chance)
{
    private static readonly CurlSample[] Lines = [.. CurlSamples.All.Values];

    // A few, and those at the limits of the rule: what is stored stays bounded.
    private static readonly string[] Own =
        ["r0", "r1", "r2", "r3", "R3", "A.b_c@d-e", "0", "r.", new('n', 128), "1" + new string('@', 127)];

    private static readonly string[] Kept = ["k0", "k1", "K1", "a@b.example", new('k', 128)];

    public Chance Chance => chance;

    /// <summary>A realm that the run may change.</summary>
    public string OwnRealm() => chance.Pick(Own);

    /// <summary>Any realm, those with a provider that answers among them.</summary>
    public string Realm() => chance.OneIn(2) ? chance.Pick(LiveRealms.Ids) : OwnRealm();

    public string Key() => chance.OneIn(2) ? LiveRealms.Key : chance.Pick(Kept);

    public string Caller() => chance.Pick("c0", "c1", "C1", "c_2", new string('c', 128));

    /// <summary>A planted value, or an address, which realms read too.</summary>
    public string Value() => chance.OneIn(4)
        ? $"http://{StandIn.Authority}/s"
        : string.Create(CultureInfo.InvariantCulture, $"{Planted.Secret}-{chance.Below(1000)}");

    /// <summary>The members of a secret that hold values, as JSON.</summary>
    public string Values()
    {
        var numbered = Enumerable.Range(1, 1 + chance.Below(5)).Select(n => $"\"key_{n}\":\"{Value()}\"");
        var named = chance.Pick(PresetCatalog.All).Secret.Where(field => !field.Name.StartsWith("key_", StringComparison.Ordinal));
        return $"{string.Join(',', numbered)},\"fields\":{{{string.Join(',', named.Select(field => $"\"{field.Name}\":\"{Value()}\""))}}}";
    }

    /// <summary>The members of a secret for a realm: every field that its config reads.</summary>
    public string ValuesFor(string config)
    {
        var names = Field().Matches(config).Select(match => match.Groups["name"].Value).Append("key_1").Distinct(StringComparer.Ordinal).ToLookup(name => name.StartsWith("key_", StringComparison.Ordinal));
        return $"{Members(names[true])},\"fields\":{{{Members(names[false])}}}";
    }

    /// <summary>A realm as it is sent, of a preset, of a config or of <c>logic_code</c>, and the config that it then
    /// has.</summary>
    public (string Body, string Config) RealmOf(string id)
    {
        var preset = chance.Pick(PresetCatalog.All);
        var config = Config();
        return chance.Below(6) switch
        {
            0 => ($$"""{"id":"{{id}}","preset":"{{preset.Id}}","config":{"url":"http://{{StandIn.Authority}}/p{{chance.Below(16)}}" },"comment":null}""", preset.Config.GetRawText()),
            1 => ($$"""{"id":"{{id}}","logic_code":"http://{{StandIn.Authority}}/l{{chance.Below(16)}}","config":{} }""", ""),
            2 => ($$"""{"id":"{{id}}","comment":"例 \u0041 \" 😀","config":{{config}} }""", config),
            _ => ($$"""{"id":"{{id}}","config":{{config}} }""", config),
        };
    }

    /// <summary>A config, a part of them with faults.</summary>
    public string Config()
    {
        var config = chance.Pick(KnownRealms.Configs);
        return StandIn.Turn(chance.OneIn(2) ? config : JsonMutation.Of(config, chance, 1 + chance.Below(3)));
    }

    /// <summary>A curl line with a sample answer or without, as the members of a draft.</summary>
    public string DraftBody()
    {
        var sample = chance.Pick(Lines);
        var curl = sample.Curl.Replace("hid-", Planted.Secret + "-", StringComparison.Ordinal);
        var answer = sample.AnswerJson is { } json && chance.OneIn(2) ? $",\"answer\":{json.GetRawText()}" : "";
        return $$"""{"curl":{{JsonSerializer.Serialize(curl)}}{{answer}} }""";
    }

    /// <summary>A path with names in it.</summary>
    public static string Path(string template, params string[] names) =>
        string.Format(CultureInfo.InvariantCulture, template, [.. names.Select(Uri.EscapeDataString)]);

    private string Members(IEnumerable<string> names) => string.Join(',', names.Select(name => $"\"{name}\":\"{Value()}\""));

    [GeneratedRegex(@"\$\{?(?<name>[A-Za-z_][A-Za-z0-9_-]*)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Field();
}
