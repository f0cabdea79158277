using System.Text;
using TokenFunctions.Realms.Files;
using TokenFunctions.Testing;

namespace TokenFunctions.Host.Tests.Apply;

public sealed class FolderReaderTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly Dictionary<string, string> environment = new() { ["WX_SECRET"] = "planted-secret", ["EMPTY"] = "" };

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Realms_and_secrets_are_read_with_values_from_the_environment()
    {
        Write("b.json", "{\"id\":\"b\",\"config\":{},\"preset\":\"p\"}");
        Write("a.json", """
            {"id":"a","comment":"c","secrets":[
              {"key":"main","fields":{"app_id":{"value":"wx"},"app_secret":{"env":"WX_SECRET"}},"keep_warm":true,"expires_at":"2030-01-31T13:00:00+01:00"},
              {"key":"b","vault_secret":"https://v.vault.azure.net/secrets/s"}]}
            """);
        File.WriteAllText(folder.File("notes.txt"), "{");
        Directory.CreateDirectory(folder.File("deeper.json"));

        var reading = Read();

        Assert.Empty(reading.Faults);
        Assert.Equal(["a", "b"], reading.Realms.Select(r => r.Id));
        Assert.Null(reading.Realms[1].Secrets);
        Assert.Equal(["config", "preset"], reading.Realms[1].Members.Keys);
        var (main, other) = (reading.Realms[0].Secrets![0], reading.Realms[0].Secrets![1]);
        Assert.Equal(("wx", "planted-secret"), (main.Fields.Find("app_id")!.Reveal(), main.Fields.Find("app_secret")!.Reveal()));
        Assert.Equal((true, new DateTimeOffset(2030, 1, 31, 12, 0, 0, TimeSpan.Zero)), (main.KeepWarm, main.ExpiresAt));
        Assert.Equal(new Uri("https://v.vault.azure.net/secrets/s"), other.VaultSecret);
        Assert.DoesNotContain("planted", $"{main} {reading}", StringComparison.Ordinal);
    }

    [Fact]
    public void The_address_of_the_schema_is_for_editors_and_is_not_sent()
    {
        Write("a.json", """{"$schema":"http://127.0.0.1:7071/api/realm-schema.json","id":"a","config":{}}""");

        var reading = Read();

        Assert.Empty(reading.Faults);
        Assert.Equal(["config"], Assert.Single(reading.Realms).Members.Keys);
    }

    [Theory]
    [InlineData("{\"id\":\"a\",}", "a.json: is not usable JSON: the fault is in line 1, at byte 11")]
    [InlineData("[]", "a.json: must be one object")]
    [InlineData("{\"id\":\"a\",\"config\":{\"b\":1,\"b\":2}}", "a.json: has a member more than once")]
    [InlineData("{\"id\":\"\\ud800\"}", "a.json: has an escape that is no character")]
    [InlineData("{\"config\":{}}", "a.json: /id must be 1 to 128")]
    [InlineData("{\"id\":\"a\",\"confg\":{}}", "a.json: /confg is not known; known are id,")]
    [InlineData("{\"id\":\"a\",\"config\":[]}", "a.json: /config must be an object")]
    [InlineData("{\"id\":\"a\",\"secrets\":{}}", "a.json: /secrets must be an array")]
    [InlineData("{\"id\":\"a\",\"secrets\":[1]}", "a.json: /secrets/0 must be an object")]
    public void What_is_wrong_with_a_file_is_told_with_its_place(string json, string fault) => Told(json, fault);

    [Theory]
    [InlineData("{}", "/secrets/0/key must be")]
    [InlineData("{\"key\":\"k\"}", "/secrets/0/fields is missing, and so is vault_secret")]
    [InlineData("{\"key\":\"k\",\"fields\":{}}", "/secrets/0/fields must have a field")]
    [InlineData("{\"key\":\"k\",\"key_1\":\"planted\"}", "/secrets/0/key_1 is not known")]
    [InlineData("{\"key\":\"k\",\"fields\":{\"a\":\"planted\"}}", "/secrets/0/fields/a must be an object")]
    [InlineData("{\"key\":\"k\",\"fields\":{\"a\":{}}}", "/secrets/0/fields/a must have either value")]
    [InlineData("{\"key\":\"k\",\"fields\":{\"a\":{\"value\":\"planted\",\"env\":\"X\"}}}", "/secrets/0/fields/a must have either value")]
    [InlineData("{\"key\":\"k\",\"fields\":{\"a\":{\"value\":\"\"}}}", "/secrets/0/fields/a/value must be a text")]
    [InlineData("{\"key\":\"k\",\"fields\":{\"a b\":{\"value\":\"planted\"}}}", "/secrets/0/fields/a b must be a secret field's name")]
    [InlineData("{\"key\":\"k\",\"fields\":{\"a\":{\"env\":\"NOT_SET\"}}}", "/secrets/0/fields/a/env names the environment variable NOT_SET, which is not set")]
    [InlineData("{\"key\":\"k\",\"fields\":{\"a\":{\"env\":\"EMPTY\"}}}", "/secrets/0/fields/a/env names the environment variable EMPTY")]
    [InlineData("{\"key\":\"k\",\"vault_secret\":\"http://planted\"}", "/secrets/0/vault_secret must be the https address")]
    [InlineData("{\"key\":\"k\",\"vault_secret\":\"https://v\",\"keep_warm\":1}", "/secrets/0/keep_warm must be true or false")]
    [InlineData("{\"key\":\"k\",\"vault_secret\":\"https://v\",\"expires_at\":\"2030-01-31T12:00:00\"}", "/secrets/0/expires_at must be a time")]
    public void What_is_wrong_with_a_secret_is_told_with_its_place_and_without_its_value(string secret, string fault) =>
        Told($"{{\"id\":\"a\",\"secrets\":[{secret}]}}", $"a.json: {fault}");

    [Fact]
    public void All_faults_of_all_files_are_told_at_once()
    {
        Write("a.json", """{"id":"same","secrets":[{"key":"k","vault_secret":"https://v"},{"key":"k","vault_secret":"https://v"}]}""");
        Write("b.json", """{"id":"same","x":1}""");
        File.WriteAllBytes(folder.File("c.json"), [0x7b, 0xff, 0x7d]);

        Assert.Equal(
            [
                "a.json: /secrets/1/key is 'k' a second time",
                "b.json: /x is not known; known are id, config, preset, logic_code, comment, secrets, $schema",
                "b.json: /id is 'same', as in a.json; a realm has one file",
                "c.json: holds bytes that are not UTF-8",
            ],
            Read().Faults);
    }

    [Fact]
    public void A_folder_that_is_missing_or_holds_no_realm_is_a_fault_and_not_an_order_to_remove_all()
    {
        Assert.Contains("holds no realm", Assert.Single(Read().Faults), StringComparison.Ordinal);
        Assert.Contains("cannot be read", Assert.Single(new FolderReader(_ => null).Read(folder.File("none")).Faults), StringComparison.Ordinal);
    }

    [Fact]
    public void A_byte_order_mark_is_passed_over()
    {
        File.WriteAllText(folder.File("a.json"), """{"id":"a"}""", new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));

        Assert.Empty(Read().Faults);
    }

    private void Told(string json, string fault)
    {
        Write("a.json", json);

        var faults = Read().Faults;

        Assert.Contains(faults, told => told.StartsWith(fault, StringComparison.Ordinal));
        Assert.DoesNotContain(faults, told => told.Contains("planted", StringComparison.Ordinal));
    }

    private void Write(string name, string json) => File.WriteAllText(folder.File(name), json);

    private FolderReading Read() => new FolderReader(name => environment.GetValueOrDefault(name)).Read(folder.Path);
}
