using System.Text.Json;
using TokenFunctions.Host.Tests.Documents;
using static TokenFunctions.Host.Tests.Settings.Given;

namespace TokenFunctions.Host.Tests.Settings;

/// <summary>The settings that a newcomer copies for Core Tools, which check no keys.</summary>
public sealed class SampleSettingsTests
{
    private const string AdminKey = "TokenFunctions__AdminKey";

    [Fact]
    public void As_it_is_the_sample_stops_the_start_with_one_sentence_that_says_what_to_put_there()
    {
        var lines = Fault(Sample()).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        var fault = Assert.Single(lines.Skip(1));
        Assert.Contains(AdminKey, fault, StringComparison.Ordinal);
        Assert.Contains("openssl rand -base64 32", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void With_a_key_the_sample_is_all_that_is_needed_and_trusts_no_function_keys()
    {
        var settings = Read([.. Sample().Where(v => v.Name != AdminKey), (AdminKey, "q1w2e3r4t5y6u7i8o9p0-as")]);

        Assert.Equal((true, false, false), (settings.UnderFunctions, settings.TrustFunctionKeys, settings.NeedsCallers));
        Assert.NotNull(settings.AdminKey);
    }

    // With what the Functions host adds to it.
    private static (string Name, string Value)[] Sample()
    {
        using var json = JsonDocument.Parse(Repository.Read("local.settings.sample.json"));
        return
        [
            .. json.RootElement.GetProperty("Values").EnumerateObject().Select(v => (v.Name, v.Value.GetString()!)),
            ("FUNCTIONS_CUSTOMHANDLER_PORT", "40001"),
        ];
    }
}
