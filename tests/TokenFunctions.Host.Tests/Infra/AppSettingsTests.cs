using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using TokenFunctions.Hosting.Settings;

namespace TokenFunctions.Host.Tests.Infra;

/// <summary>The app settings of the template are settings of the service, and it starts with them.</summary>
public sealed partial class AppSettingsTests
{
    private static readonly string Template = Templates.Read("modules/settings.bicep").Text;

    [Fact]
    public void Each_is_known_to_the_service()
    {
        var names = Setting().Matches(Template).Select(m => m.Groups["name"].Value).ToList();

        Assert.True(names.Count >= 8);
        Assert.Empty(Unknown(names));
        Assert.NotEmpty(Unknown([.. names, "TokenFunctions__Adminkeys"]));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_core_starts_with_them(bool hasAuthentication)
    {
        string[] objects = hasAuthentication ? ["both", "core", "authentication"] : ["both", "core"];
        var given = objects.SelectMany(Settings).Append(("FUNCTIONS_CUSTOMHANDLER_PORT", "40001"));

        var settings = SettingsReader.Read(Configuration([.. given, ("WEBSITE_AUTH_ENABLED", "True")]));

        Assert.Equal((StorageKind.Tables, "stdata"), (settings.Storage.Kind, settings.Storage.Address!.Account));
        Assert.Equal((true, hasAuthentication), (settings.VaultUri is not null, settings.AppServiceIdentity));
        Assert.False(settings.NeedsCallers);
    }

    [Fact]
    public void Keys_are_references_to_the_vault_by_the_names_that_the_template_puts_there()
    {
        var named = Reference().Matches(Template).Select(m => m.Groups["name"].Value).Order(StringComparer.Ordinal);
        var made = Secret().Matches(Templates.Read("modules/keys.bicep").Text).Select(m => m.Groups["name"].Value).Order(StringComparer.Ordinal);

        Assert.Equal(made, named);
        Assert.All(
            Setting().Matches(Template).Where(m => m.Groups["name"].Value.EndsWith("Key", StringComparison.Ordinal)),
            m => Assert.StartsWith("'@Microsoft.KeyVault(", m.Groups["value"].Value, StringComparison.Ordinal));
    }

    // A group that this version does not have yet is not looked into.
    private static IEnumerable<string> Unknown(IEnumerable<string> names) =>
        SettingNames.Check(Configuration([.. names.Select(name => (name, "x"))]).GetSection("TokenFunctions"))
            .Where(fault => !fault.StartsWith("TokenFunctions__Core is not a setting", StringComparison.Ordinal));

    // What the expressions will be on Azure.
    private static IEnumerable<(string Name, string Value)> Settings(string variable)
    {
        var inside = Brackets.Inside(Template, Template.IndexOf($"var {variable} = {{", StringComparison.Ordinal));
        return Setting().Matches(inside).Select(m => (m.Groups["name"].Value, m.Groups["value"].Value switch
        {
            "dataStorage.properties.primaryEndpoints.table" => "https://stdata.table.core.windows.net/",
            "vault.properties.vaultUri" => "https://kv-x.vault.azure.net/",
            var text when text.StartsWith("'@Microsoft.KeyVault(", StringComparison.Ordinal) => "0123456789-abcdefghij",
            var text => text.Trim('\''),
        }));
    }

    private static IConfiguration Configuration((string Name, string Value)[] settings) => TokenFunctions.Host.Tests.Settings.Given.Configuration(settings);

    [GeneratedRegex(@"^\s+(?<name>TokenFunctions__\w+): (?<value>.+)$", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 5000)]
    private static partial Regex Setting();

    [GeneratedRegex(@"secrets/(?<name>[a-z-]+)\)'", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Reference();

    [GeneratedRegex("name: '(?<name>tokenfunctions-[a-z-]+)'", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Secret();
}
