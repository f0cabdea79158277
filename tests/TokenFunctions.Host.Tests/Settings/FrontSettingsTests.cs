using TokenFunctions.Tokens;
using static TokenFunctions.Host.Tests.Settings.Given;

namespace TokenFunctions.Host.Tests.Settings;

/// <summary>The settings of a front, and what a front cannot have.</summary>
public sealed class FrontSettingsTests
{
    private const string Key = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
    private static readonly (string, string) Url = ("TokenFunctions__Core__Url", "https://core.example.com/tokens");
    private static readonly (string, string) ApiKey = ("TokenFunctions__Core__ApiKey", " planted-core-key ");

    [Fact]
    public void Where_none_is_set_the_process_is_a_core() => Assert.Null(Read().Core);

    [Fact]
    public void All_that_a_core_is_asked_with_is_read()
    {
        var core = Read(Url, ApiKey, ("TokenFunctions__Core__FunctionKey", "f"), ("TokenFunctions__Core__Scope", "api://x/.default")).Core!;
        Assert.Equal(("https://core.example.com/tokens", "api://x/.default"), (core.Url.AbsoluteUri, core.Scope));
        Assert.Equal((new SecretText("planted-core-key"), new SecretText("f")), (core.ApiKey, core.FunctionKey));
        Assert.DoesNotContain("planted", core.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://core.example.com")]
    [InlineData("https://user:planted@core.example.com")]
    [InlineData("https://core.example.com/?planted=1")]
    [InlineData("https://core.example.com/#planted")]
    [InlineData("core.example.com")]
    [InlineData("ftp://127.0.0.1")]
    public void The_address_is_https_and_nothing_else(string url)
    {
        var fault = Fault(("TokenFunctions__Core__Url", url), ApiKey);
        Assert.Contains("TokenFunctions__Core__Url must be the core's address", fault, StringComparison.Ordinal);
        Assert.DoesNotContain("planted", fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://127.0.0.1:7099")]
    [InlineData("http://localhost:7099")]
    [InlineData("http://[::1]:7099")]
    public void On_this_machine_http_will_do_and_no_key(string url) =>
        Assert.Equal(new Uri(url), Read(("TokenFunctions__Core__Url", url)).Core!.Url);

    [Fact]
    public void A_core_elsewhere_must_know_who_asks() =>
        Assert.Contains("needs TokenFunctions__Core__ApiKey", Fault(Url), StringComparison.Ordinal);

    [Theory]
    [InlineData("ApiKey")]
    [InlineData("FunctionKey")]
    [InlineData("Scope")]
    public void Who_the_front_is_without_a_core_is_a_fault(string name)
    {
        var fault = Fault(($"TokenFunctions__Core__{name}", "planted"));
        Assert.Contains("TokenFunctions__Core__Url is not set", fault, StringComparison.Ordinal);
        Assert.DoesNotContain("planted", fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("planted\u00fc", "printable ASCII")]
    [InlineData("planted key", "printable ASCII")]
    [InlineData("tfk_planted_4Jm0k1", "not as it was made")]
    public void A_key_that_cannot_be_right_is_told_without_it(string key, string what)
    {
        var fault = Fault(Url, ("TokenFunctions__Core__ApiKey", key));
        Assert.Contains(what, fault, StringComparison.Ordinal);
        Assert.DoesNotContain("planted", fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("VaultUri", "https://v.vault.azure.net")]
    [InlineData("SealingKey", Key)]
    [InlineData("OlderSealingKeys", Key)]
    [InlineData("Egress__Allow", "http://127.0.0.1")]
    [InlineData("Egress__PerRealm", "3")]
    [InlineData("Times__RevalidateMaxMs", "1000")]
    [InlineData("Sweep__Parallelism", "3")]
    [InlineData("Console", "off")]
    public void What_only_a_core_uses_is_refused_at_a_front(string name, string value)
    {
        var fault = Fault(Url, ApiKey, ($"TokenFunctions__{name}", value));
        Assert.Contains($"TokenFunctions__{name.Split("__")[0]} is not used where TokenFunctions__Core__Url is set", fault, StringComparison.Ordinal);
        Assert.Contains("set it at the core", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Storage_in_Azure_needs_no_sealing_key_at_a_front() => Assert.NotNull(
        Read(Url, ApiKey, ("TokenFunctions__Storage", "https://account.table.core.windows.net")).Core);

    [Fact]
    public void The_fronts_operator_is_not_the_cores()
    {
        const string Same = "0123456789-0123456789";
        Assert.Contains("are the same", Fault(Url, ("TokenFunctions__Core__ApiKey", Same), ("TokenFunctions__AdminKey", Same)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://127.0.0.1:7071", null)]
    [InlineData("http://localhost:7099/", "http://127.0.0.1:7099")]
    [InlineData("http://127.0.0.1:7099", "http://*:7099")]
    [InlineData("http://127.0.0.1:7099", "http://[::]:7099")]
    // The server listens on all addresses for any name but localhost.
    [InlineData("http://127.0.0.1:7099", "http://tokens.example.com:7099")]
    public void A_front_is_not_its_own_core(string core, string? urls)
    {
        (string, string)[] given = [("TokenFunctions__Core__Url", core)];
        if (urls is not null) given = [.. given, ("ASPNETCORE_URLS", urls)];
        Assert.Contains("process's own address", Fault(given), StringComparison.Ordinal);
    }

    [Fact]
    public void Another_address_of_this_machine_may_have_the_cores_port() => Assert.NotNull(Read(
        ("TokenFunctions__Core__Url", "http://127.0.0.1:7071"), ("ASPNETCORE_URLS", "http://10.0.0.5:7071"),
        ("TokenFunctions__AdminKey", "0123456789-0123456789")).Core);

    [Fact]
    public void A_scope_of_blanks_is_none() =>
        Assert.Contains("needs", Fault(("TokenFunctions__Core__Url", "https://core.example.com"), ("TokenFunctions__Core__Scope", "  ")), StringComparison.Ordinal);

    [Fact]
    public void A_function_app_is_not_its_own_core_either()
    {
        (string, string)[] given =
        [
            ApiKey, ("FUNCTIONS_CUSTOMHANDLER_PORT", "40001"), ("TokenFunctions__Storage", "memory"),
            ("TokenFunctions__AdminKey", "0123456789-0123456789"), ("WEBSITE_HOSTNAME", "Me.azurewebsites.net"),
        ];
        Assert.Contains("process's own address", Fault([.. given, ("TokenFunctions__Core__Url", "https://me.azurewebsites.net")]), StringComparison.Ordinal);
        Assert.NotNull(Read([.. given, ("TokenFunctions__Core__Url", "https://core.azurewebsites.net")]).Core);
    }

    [Fact]
    public void A_misspelt_part_is_told() =>
        Assert.Contains("TokenFunctions__Core__Uri is not a setting", Fault(("TokenFunctions__Core__Uri", "x")), StringComparison.Ordinal);
}
