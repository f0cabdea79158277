using TokenFunctions.Storage.Sealing;
using static TokenFunctions.Host.Tests.Settings.Given;

namespace TokenFunctions.Host.Tests.Settings;

public sealed class SealingKeysReaderTests
{
    private const string Active = "TokenFunctions__SealingKey";
    private const string Older = "TokenFunctions__OlderSealingKeys";

    [Fact]
    public void Active_and_older_keys_are_read()
    {
        var (one, two, three) = (New(), New(), New());

        var settings = Read((Active, one), (Older, $" {two}, {three},"));

        Assert.Equal(IdOf(one), settings.SealingKey!.Id);
        Assert.Equal([IdOf(two), IdOf(three)], settings.OlderSealingKeys.Select(key => key.Id));
        Assert.Empty(Read((Active, one)).OlderSealingKeys);
    }

    [Fact]
    public void Older_keys_go_with_keys_of_a_vault_or_a_file_too() =>
        Assert.Single(Read((Older, New()), ("TokenFunctions__VaultUri", "https://v.vault.azure.net")).OlderSealingKeys);

    [Fact]
    public void Ten_older_keys_are_the_most()
    {
        Assert.Equal(10, Read((Older, Many(10))).OlderSealingKeys.Count);
        Assert.Contains("TokenFunctions__OlderSealingKeys holds more than 10 keys", Fault((Older, Many(11))), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_key_is_told_by_its_number_and_not_shown()
    {
        var fault = Fault((Older, $"{New()},planted-key"));

        Assert.Contains("TokenFunctions__OlderSealingKeys must be keys of 32 bytes in base64", fault, StringComparison.Ordinal);
        Assert.Contains("number 2 is not", fault, StringComparison.Ordinal);
        Assert.DoesNotContain("planted", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void An_older_key_that_is_the_active_one_stops_the_start()
    {
        var key = New();

        var fault = Fault((Active, key), (Older, $"{New()},{key}"));

        Assert.Contains($"an older key ({IdOf(key)}) is the active one", fault, StringComparison.Ordinal);
        Assert.DoesNotContain(key, fault, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_that_is_there_twice_stops_the_start()
    {
        var key = New();

        Assert.Contains($"the key {IdOf(key)} is there twice", Fault((Older, $"{key},{New()},{key}")), StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_printed_hold_no_older_key()
    {
        var key = New();

        Assert.DoesNotContain(key, $"{Read((Older, key))}", StringComparison.Ordinal);
    }

    private static string New() => Convert.ToBase64String(SealingKey.NewBytes());

    private static string Many(int count) => string.Join(',', Enumerable.Range(0, count).Select(_ => New()));

    private static string IdOf(string text) => SealingKey.TryParse(text, out var key) ? key.Id : "";
}
