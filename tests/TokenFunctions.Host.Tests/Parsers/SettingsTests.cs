using TokenFunctions.Host.Tests.Settings;
using TokenFunctions.Hosting.Settings;
using TokenFunctions.Properties;

namespace TokenFunctions.Host.Tests.Parsers;

/// <summary>Settings: whatever they hold, they are taken or refused with sentences, and no sentence holds a secret.</summary>
public sealed class SettingsTests
{
    private const string Secret = "pl!nted-secret-of-the-settings";

    private static readonly string[] Names =
    [
        "Storage", "VaultUri", "SealingKey", "AdminKey", "TrustFunctionKeys", "Webhook", "WebhookKey", "Egress__Allow", "Times__PollMinMs", "Times__LeaseReserveMs", "Times__Nothing", "Sweep__Parallelism", "Sweep__DeadDays", "Sweep", "Egress", "AdminKey__Part", "Nothing",
    ];

    private static readonly string[] Values =
    [
        "", " ", "true", "TRUE", "no", "0", "1", "-1", "500", "2147483648", "1e3", "٣", "memory", "sqlite:", "sqlite:a.db", "UseDevelopmentStorage=true", "UseDevelopmentStorage=true;a=b", "AccountName=abc;AccountKey=AAAA", "AccountName=abc;AccountKey=" + Secret,
        "TableEndpoint=https://a.example/;SharedAccessSignature=" + Secret, "https://a.table.core.windows.net", "https://a.vault.azure.net", "https://u:" + Secret + "@a.example", "http://127.0.0.1", "http://[::1]:80,https://*.a.example", "10.0.0.0/8", "10.0.0.0/99", "whsec_AAAA",
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", Secret, "https://hooks.example/" + Secret, "://", "http://", "http://[", "a=b;a=c", ";;;", "=", "http://a.example:99999/",
    ];

    private static readonly string[] Urls =
        ["http://127.0.0.1:7071", "https://localhost:0", "http://*:80", "http://+:80", "http://[::1]:1", "http://a b", "http://a:b", "unix:/tmp/x", "http://unix:/tmp/x", "ftp://a", ";", "", "http://0.0.0.0:1;http://127.0.0.1:2", "http://a:99999", "http://a:-1", "//", "http:///", "http://127.0.0.1:7071/base"];

    [Fact]
    public void Settings_are_taken_or_refused_with_sentences() => Seeds.Hold(2000, chance =>
    {
        var variables = Enumerable.Range(0, 1 + chance.Below(6))
            .Select(_ => ($"TokenFunctions__{chance.Pick(Names)}", chance.OneIn(4) ? chance.Damage(chance.Pick(Values)) : chance.Pick(Values))).ToList();
        // What may be reached is no secret, and is told.
        variables.RemoveAll(variable => variable.Item1.Contains("Egress", StringComparison.Ordinal) && variable.Item2.Contains("pl!nted", StringComparison.Ordinal));
        if (chance.OneIn(2)) variables.Add(("ASPNETCORE_URLS", chance.OneIn(4) ? chance.Damage(chance.Pick(Urls)) : chance.Pick(Urls)));
        if (chance.OneIn(4)) variables.Add(("FUNCTIONS_CUSTOMHANDLER_PORT", chance.Pick("7071", "0", "65536", "x", "")));
        if (chance.OneIn(4)) variables.Add(("AzureWebJobsStorage", chance.Pick(Values)));
        try
        {
            Given.Read([.. variables.DistinctBy(variable => variable.Item1, StringComparer.OrdinalIgnoreCase)]);
        }
        catch (SettingsException e)
        {
            Assert.NotEmpty(e.Message);
            Assert.DoesNotContain(Secret, e.Message, StringComparison.Ordinal);
        }
    });

    [Fact]
    public void No_command_line_throws() => Seeds.Hold(1000, chance =>
        Arguments.Parse([.. Enumerable.Range(0, chance.Below(5)).Select(_ => chance.Pick("--demo", "apply", "folder", "--dry-run", "--remove-secrets", "", "-", "--", chance.Text()))]));
}
