using TokenFunctions.Host.Apply;
using TokenFunctions.Host.Tests.Settings;
using TokenFunctions.Hosting.Settings;

namespace TokenFunctions.Host.Tests.Apply;

public sealed class ApplySettingsReaderTests
{
    [Fact]
    public void With_no_settings_the_service_of_this_machine_is_meant_and_no_key_is_sent() =>
        Assert.Equal(new ApplySettings(new Uri("http://127.0.0.1:7071")), Read());

    [Fact]
    public void Keys_are_kept_and_never_printed()
    {
        var settings = Read(
            ("TokenFunctions__Apply__Service", "https://x.azurewebsites.net"),
            ("TokenFunctions__Apply__ApiKey", " planted-key "), ("TokenFunctions__Apply__FunctionKey", "planted-host-key"));

        Assert.Equal(("planted-key", "planted-host-key"), (settings.ApiKey!.Reveal(), settings.FunctionKey!.Reveal()));
        Assert.DoesNotContain("planted", settings.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://x.example", true)]
    [InlineData("http://localhost:8080", true)]
    [InlineData("http://[::1]:8080", true)]
    [InlineData("http://x.example", false)]
    [InlineData("http://10.0.0.1", false)]
    [InlineData("ftp://127.0.0.1", false)]
    [InlineData("https://planted@x.example", false)]
    [InlineData("https://x.example/path", false)]
    [InlineData("https://x.example/?code=planted", false)]
    [InlineData("x.example", false)]
    public void The_address_is_https_or_on_this_machine(string address, bool isUsable)
    {
        if (isUsable) Assert.Equal(new Uri(address), Read(("TokenFunctions__Apply__Service", address)).Service);
        else Assert.DoesNotContain("planted", Fault(("TokenFunctions__Apply__Service", address)), StringComparison.Ordinal);
    }

    [Fact]
    public void All_faults_are_told_at_once_and_without_their_values()
    {
        var fault = Fault(
            ("TokenFunctions__Apply__Servce", "x"), ("TokenFunctions__Aply__Service", "x"), ("TokenFunctions__Apply__Service", "x"),
            ("TokenFunctions__Apply__ApiKey", "planted\nkey"), ("TokenFunctions__Apply__FunctionKey", "planted-kéy"));

        string[] named = ["Apply__Servce is not a setting", "Aply is not", "Apply__Service must", "Apply__ApiKey must", "Apply__FunctionKey must"];
        Assert.All(named, name => Assert.Contains(name, fault, StringComparison.Ordinal));
        Assert.DoesNotContain("planted", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void A_service_may_be_started_where_they_are_set() => Given.Read(("TokenFunctions__Apply__ApiKey", "some-key"));

    private static ApplySettings Read(params (string, string)[] variables) => ApplySettingsReader.Read(Given.Configuration(variables));

    private static string Fault(params (string, string)[] variables) =>
        Assert.Throws<SettingsException>(() => Read(variables)).Message;
}
