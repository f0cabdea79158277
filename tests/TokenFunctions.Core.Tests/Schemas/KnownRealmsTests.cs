using System.Text.Json;
using TokenFunctions.Core.Tests.Realms.Config;
using TokenFunctions.Realms.Presets;

namespace TokenFunctions.Core.Tests.Schemas;

/// <summary>Realms that are right are right by the schema.</summary>
public sealed class KnownRealmsTests
{
    public static TheoryData<string> Presets => [.. PresetCatalog.All.Select(preset => preset.Id)];

    /// <summary>Each file of conformance vectors, below the tests' folder.</summary>
    public static TheoryData<string> VectorFiles =>
        [.. Directory.GetFiles(Conformance, "*.json", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(Conformance, f)).Order(StringComparer.Ordinal)];

    private static string Conformance => Path.Combine(RealmSchema.Root, "tests", "TokenFunctions.Core.Tests", "Conformance");

    [Theory]
    [MemberData(nameof(Presets))]
    public void A_preset_is_valid_as_a_realm(string id) =>
        Assert.Empty(RealmSchema.Whole.Check(RealmSchema.Realm(PresetCatalog.Find(id)!.Config.GetRawText())));

    [Theory]
    [MemberData(nameof(VectorFiles))]
    public void The_realms_of_vectors_are_valid(string file)
    {
        var realms = Realms(JsonElement.Parse(File.ReadAllText(Path.Combine(Conformance, file)))).ToList();

        Assert.NotEmpty(realms);
        Assert.All(realms, realm => Assert.Empty(RealmSchema.Whole.Check(realm)));
    }

    [Theory]
    [ClassData(typeof(SoundConfigs))]
    public void A_sound_config_is_valid(string config) => Assert.Empty(RealmSchema.Whole.Check(RealmSchema.Realm(config)));

    [Theory]
    [InlineData("""{"id":"qywx_qynbkf","config":{"url":"https://qyapi.weixin.qq.com/cgi-bin/gettoken","method":"GET","arguments":[{"name":"corpid","place":"url","value":"$key_1"},{"name":"corpsecret","place":"url","value":"$key_2"}],"token_path":"access_token","content_type":"json","expires_in_path":"expires_in"}}""")]
    [InlineData("""{"id":"wxgzh","config":{"url":"https://api.weixin.qq.com/cgi-bin/token","method":"get","arguments":[{"name":"appid","place":"url","value":"$key_1"},{"name":"secret","place":"url","value":"$key_2"},{"name":"grant_type","place":"url","value":"$key_3"}],"token_path":"access_token","content_type":"json","expires_in_path":"expires_in"}}""")]
    [InlineData("""{"id":"r","comment":null,"preset":"wecom-corp","logic_code":null}""")]
    [InlineData("""{"id":"r","preset":"keycloak","config":{"url":"$token_url","auth":null,"policy":{"overlap_sec":null,"timeout_ms":500},"response":{"default_ttl_sec":60}}}""")]
    [InlineData("""{"id":"r","preset":"keycloak-mtls","config":{"tls":{"passphrase":"$passphrase"}}}""")]
    [InlineData("""{"id":"r","logic_code":"https://example.com/token"}""")]
    [InlineData("""{"$schema":"../schemas/realm.schema.json","id":"r","preset":"wecom-corp","secrets":[{"key":"main","fields":{"corp_id":{"value":"ww"},"secret":{"env":"S"}},"keep_warm":true},{"key":"b","vault_secret":"https://v.vault.azure.net/secrets/x"}]}""")]
    public void These_are_valid(string realm) => Assert.Empty(RealmSchema.Whole.Check(realm));

    [Theory]
    [InlineData("""{"config":{}}""")]
    [InlineData("""{"id":"r"}""")]
    [InlineData("""{"id":"-r","preset":"x"}""")]
    [InlineData("""{"id":"r","preset":null}""")]
    [InlineData("""{"id":"r","preset":"x","secret":[]}""")]
    [InlineData("""{"id":"r","preset":"x","config":{"policy":{"timeout":5}}}""")]
    [InlineData("""{"id":"r","preset":"x","config":{"method":"DELETE"}}""")]
    [InlineData("""{"id":"r","config":{"mode":"static"}}""")]
    [InlineData("""{"id":"r","config":{"mode":"static","url":"https://a.example/","response":{"token_template":"$key_1"}}}""")]
    [InlineData("""{"id":"r","config":{"url":"https://a.example/","token_path":"t","response":{"default_ttl_sec":null}}}""")]
    [InlineData("""{"id":"r","preset":"x","config":{"vars":[{"name":"a","value":"b","gen":"uuid"}]}}""")]
    [InlineData("""{"id":"r","preset":"x","config":{"vars":[{"name":"a","value":"b","hash":"hmac_sha256"}]}}""")]
    [InlineData("""{"id":"r","preset":"x","config":{"vars":[{"name":"now","gen":"uuid"}]}}""")]
    [InlineData("""{"id":"r","preset":"x","config":{"vars":[{"name":"a","gen":"hex:257"}]}}""")]
    [InlineData("""{"id":"r","preset":"x","secrets":[{"key":"main","fields":{"a":{"value":"b","env":"C"}}}]}""")]
    public void These_are_not(string realm) => Assert.NotEmpty(RealmSchema.Whole.Check(realm));

    // A file is a list of vectors, one vector, or an object with such a list in it.
    private static IEnumerable<JsonElement> Realms(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Array => json.EnumerateArray().SelectMany(Realms),
        JsonValueKind.Object when json.TryGetProperty("realm", out var realm) => [realm],
        JsonValueKind.Object => json.EnumerateObject().Where(m => m.Value.ValueKind == JsonValueKind.Array).SelectMany(m => Realms(m.Value)),
        _ => [],
    };
}
