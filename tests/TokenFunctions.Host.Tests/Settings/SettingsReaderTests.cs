using TokenFunctions.Hosting.Settings;
using TokenFunctions.Sweeping;
using static TokenFunctions.Host.Tests.Settings.Given;

namespace TokenFunctions.Host.Tests.Settings;

public sealed class SettingsReaderTests
{
    private const string Key = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
    private const string WebhookKey = "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private const string Admin = "0123456789-0123456789";

    [Fact]
    public void With_no_settings_the_app_keeps_a_database_file_and_listens_on_loopback()
    {
        var settings = Read();

        Assert.Equal((StorageKind.Sqlite, "data/tokenfunctions.db"), (settings.Storage.Kind, settings.Storage.File));
        Assert.Equal(["http://127.0.0.1:7071"], settings.Urls);
        Assert.False(settings.UnderFunctions);
        Assert.Equal(new BrokerTimes(), settings.Times);
    }

    [Theory]
    [InlineData("memory", StorageKind.Memory)]
    [InlineData("sqlite:/tmp/x.db", StorageKind.Sqlite)]
    [InlineData("UseDevelopmentStorage=true", StorageKind.Tables)]
    public void Each_form_of_local_storage_is_understood(string text, StorageKind kind) =>
        Assert.Equal(kind, Read(("TokenFunctions__Storage", text)).Storage.Kind);

    [Theory]
    [InlineData("https://account.table.core.windows.net")]
    [InlineData("DefaultEndpointsProtocol=https;AccountName=account;AccountKey=AAAA;EndpointSuffix=core.windows.net")]
    public void Storage_in_Azure_needs_a_sealing_key_or_a_vault(string text)
    {
        Assert.Contains("TokenFunctions__SealingKey or TokenFunctions__VaultUri", Fault(("TokenFunctions__Storage", text)), StringComparison.Ordinal);
        Assert.Equal(StorageKind.Tables, Read(("TokenFunctions__Storage", text), ("TokenFunctions__SealingKey", Key)).Storage.Kind);
        var withVault = Read(("TokenFunctions__Storage", text), ("TokenFunctions__VaultUri", "https://v.vault.azure.net"));
        Assert.Equal(new Uri("https://v.vault.azure.net/"), withVault.VaultUri);
    }

    [Fact]
    public void Under_the_Functions_host_its_own_storage_is_used()
    {
        var settings = Read(
            ("FUNCTIONS_CUSTOMHANDLER_PORT", "40001"), ("AzureWebJobsStorage", "UseDevelopmentStorage=true"),
            ("TokenFunctions__TrustFunctionKeys", "true"));

        Assert.Equal((40001, StorageKind.Tables), (settings.FunctionsPort, settings.Storage.Kind));
    }

    [Fact]
    public void Under_the_Functions_host_an_account_for_the_identity_is_used() => Assert.Equal(
        "account",
        Read(
            ("FUNCTIONS_CUSTOMHANDLER_PORT", "40001"), ("AzureWebJobsStorage__accountName", "account"),
            ("TokenFunctions__AdminKey", Admin), ("TokenFunctions__SealingKey", Key)).Storage.Address?.Account);

    [Fact]
    public void Under_the_Functions_host_its_own_address_is_no_concern_of_the_app() => Assert.Empty(Read(
        ("FUNCTIONS_CUSTOMHANDLER_PORT", "40001"), ("ASPNETCORE_URLS", "whatever the host listens on"),
        ("TokenFunctions__AdminKey", Admin), ("TokenFunctions__Storage", "memory")).Urls);

    [Fact]
    public void By_itself_the_Functions_hosts_storage_is_not_used() =>
        Assert.Equal(StorageKind.Sqlite, Read(("AzureWebJobsStorage", "UseDevelopmentStorage=true")).Storage.Kind);

    [Fact]
    public void Times_are_settings() => Assert.Equal(
        TimeSpan.FromMilliseconds(1500), Read(("TokenFunctions__Times__CallerDeadlineMs", "1500")).Times.CallerDeadline);

    [Fact]
    public void How_long_the_audit_is_kept_is_a_setting() =>
        Assert.Equal((90, 3650), (Read().AuditDays, Read(("TokenFunctions__AuditDays", "3650")).AuditDays));

    [Fact]
    public void Pauses_after_failures_are_settings()
    {
        var times = Read(
            ("TokenFunctions__Times__ProbeIntervalMs", "86400000"), ("TokenFunctions__Times__ThrottledPauseMs", "2"),
            ("TokenFunctions__Times__QuotaPauseMs", "3")).Times;

        Assert.Equal((86_400_000d, 2d, 3d), (times.ProbeInterval.TotalMilliseconds, times.ThrottledPause.TotalMilliseconds, times.QuotaPause.TotalMilliseconds));
    }

    [Fact]
    public void The_limits_of_the_sweep_are_settings()
    {
        var settings = Read(
            ("TokenFunctions__Sweep__Parallelism", "16"), ("TokenFunctions__Sweep__RepairPage", "5"), ("TokenFunctions__Sweep__RepairPauseMs", "0"),
            ("TokenFunctions__Sweep__DeadDays", "7"), ("TokenFunctions__Times__SweepLimitMs", "9000"), ("TokenFunctions__Times__UseWindowMs", "0"));

        var expected = new SweepLimits { Parallelism = 16, RepairPage = 5, RepairPause = TimeSpan.Zero, DeadAge = TimeSpan.FromDays(7) };
        Assert.Equal(expected, settings.Sweep);
        Assert.Equal((TimeSpan.FromSeconds(9), TimeSpan.Zero), (settings.Times.SweepLimit, settings.Times.UseWindow));
        Assert.Equal(new SweepLimits(), Read().Sweep);
    }

    [Fact]
    public void What_is_remembered_of_callers_can_be_made_younger_or_older()
    {
        Assert.Equal(TimeSpan.FromSeconds(30), Read().AccessTimes.CallerAge);
        Assert.Equal(TimeSpan.FromSeconds(1), Read(("TokenFunctions__Access__CallerAgeMs", "1000")).AccessTimes.CallerAge);
        Assert.Equal(TimeSpan.FromMinutes(5), Read(("TokenFunctions__Access__CallerAgeMs", "300000")).AccessTimes.CallerAge);
    }

    [Fact]
    public void What_goes_in_and_out_at_once_is_a_setting()
    {
        var settings = Read(("TokenFunctions__Egress__PerRealm", "3"), ("TokenFunctions__MaxConnections", "100"));
        Assert.Equal((3, 100), (settings.CallsPerRealm, settings.MaxConnections));
        Assert.Equal((8, 50_000), (Read().CallsPerRealm, Read().MaxConnections));
    }

    [Fact]
    public void The_webhooks_host_has_to_be_among_the_only_hosts()
    {
        (string, string)[] webhook = [("TokenFunctions__Webhook", "https://alerts.example.com/hook"), ("TokenFunctions__WebhookKey", WebhookKey)];
        Assert.NotNull(Read([.. webhook, ("TokenFunctions__Egress__Hosts", "*.example.com")]).Webhook);
        Assert.Contains(
            "add `alerts.example.com` to the setting TokenFunctions__Egress__Hosts",
            Fault([.. webhook, ("TokenFunctions__Egress__Hosts", "api.example.com")]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("TokenFunctions__Sweep__Parallelism", "0", "TokenFunctions__Sweep__Parallelism must be a whole number from 1 to 256")]
    [InlineData("TokenFunctions__Sweep__DeadDays", "soon", "TokenFunctions__Sweep__DeadDays")]
    [InlineData("TokenFunctions__Sweep__Pages", "1", "TokenFunctions__Sweep__Pages is not a setting")]
    [InlineData("TokenFunctions__Storage", "postgres://x", "TokenFunctions__Storage")]
    [InlineData("TokenFunctions__Storage", "sqlite:", "TokenFunctions__Storage")]
    [InlineData("TokenFunctions__Stroage", "memory", "TokenFunctions__Stroage is not a setting")]
    [InlineData("TokenFunctions__Egress__Alow", "x", "TokenFunctions__Egress__Alow is not a setting")]
    [InlineData("TokenFunctions__Egress__Allow", "not a/host", "TokenFunctions__Egress__Allow")]
    [InlineData("TokenFunctions__Egress__Hosts", "https://api.example.com", "TokenFunctions__Egress__Hosts: `https://api.example.com` is no host")]
    [InlineData("TokenFunctions__Egress__Hosts", ",", "TokenFunctions__Egress__Hosts names no host")]
    [InlineData("TokenFunctions__Egress__PerRealm", "0", "TokenFunctions__Egress__PerRealm must be a whole number from 1 to 1000")]
    [InlineData("TokenFunctions__Egress__PerRealm", "many", "TokenFunctions__Egress__PerRealm")]
    [InlineData("TokenFunctions__MaxConnections", "9", "TokenFunctions__MaxConnections must be a whole number from 10 to 1000000")]
    [InlineData("TokenFunctions__MaxConnections__0", "90", "TokenFunctions__MaxConnections__0 is not a setting")]
    [InlineData("TokenFunctions__Egress", "http://127.0.0.1", "TokenFunctions__Egress has no value of its own")]
    [InlineData("TokenFunctions__Times", "100", "TokenFunctions__Times has no value of its own")]
    [InlineData("TokenFunctions__Storage__Path", "x.db", "TokenFunctions__Storage__Path is not a setting")]
    [InlineData("TokenFunctions__AdminKey__0", "0123456789-0123456789", "TokenFunctions__AdminKey__0 is not a setting")]
    [InlineData("TokenFunctions__VaultUri", "https://user@v.vault.azure.net", "TokenFunctions__VaultUri")]
    [InlineData("TokenFunctions__VaultUri", "https://v.vault.azure.net/#x", "TokenFunctions__VaultUri")]
    [InlineData("TokenFunctions__VaultUri", "http://v.vault.azure.net", "TokenFunctions__VaultUri")]
    [InlineData("TokenFunctions__VaultUri", "https://v.vault.azure.net/secrets/x", "TokenFunctions__VaultUri")]
    [InlineData("TokenFunctions__SealingKey", "c2hvcnQ=", "TokenFunctions__SealingKey")]
    [InlineData("TokenFunctions__AdminKey", "short", "TokenFunctions__AdminKey")]
    [InlineData("TokenFunctions__TrustFunctionKeys", "yes", "TokenFunctions__TrustFunctionKeys must be true or false")]
    [InlineData("TokenFunctions__TrustFunctionKeys", "true", "holds only under the Functions host")]
    [InlineData("TokenFunctions__Webhook", "https://alerts.example.com/hook", "TokenFunctions__Webhook needs TokenFunctions__WebhookKey")]
    [InlineData("TokenFunctions__WebhookKey", WebhookKey, "TokenFunctions__WebhookKey is set and TokenFunctions__Webhook is not")]
    [InlineData("TokenFunctions__WebhookKey", "c2hvcnQtc2hvcnQtc2hvcnQ=", "TokenFunctions__WebhookKey must be 24 to 64 bytes")]
    [InlineData("TokenFunctions__AuditDays", "0", "TokenFunctions__AuditDays must be a whole number of days from 1 to 3650")]
    [InlineData("TokenFunctions__AuditDays", "3651", "TokenFunctions__AuditDays")]
    [InlineData("TokenFunctions__AuditDays", "a year", "TokenFunctions__AuditDays")]
    [InlineData("TokenFunctions__AuditDays__Min", "1", "TokenFunctions__AuditDays__Min is not a setting")]
    [InlineData("TokenFunctions__Webhook__Url", "https://a.example", "TokenFunctions__Webhook__Url is not a setting")]
    [InlineData("TokenFunctions__Times__CallerDeadlineMs", "-1", "CallerDeadlineMs")]
    [InlineData("TokenFunctions__Times__Deadline", "1", "TokenFunctions__Times__Deadline is not a setting")]
    [InlineData("TokenFunctions__Times__SendMarginMs", "20000", "SendMarginMs")]
    [InlineData("TokenFunctions__Times__PollMinMs", "2000", "PollMinMs must not be above PollMaxMs")]
    [InlineData("TokenFunctions__Times__BackoffMaxMs", "999", "BackoffFirstMs must not be above BackoffMaxMs")]
    [InlineData("TokenFunctions__Times__ProbeIntervalMs", "0", "ProbeIntervalMs must be a number of milliseconds from 1 to 86400000")]
    [InlineData("TokenFunctions__Times__ThrottledPauseMs", "3600001", "ThrottledPauseMs")]
    [InlineData("TokenFunctions__Times__QuotaPauseMs", "x", "QuotaPauseMs")]
    [InlineData("FUNCTIONS_CUSTOMHANDLER_PORT", "eighty", "FUNCTIONS_CUSTOMHANDLER_PORT")]
    [InlineData("TokenFunctions__AppServiceIdentity", "on", "TokenFunctions__AppServiceIdentity must be true or false")]
    [InlineData("TokenFunctions__AppServiceIdentity", "true", "TokenFunctions__AppServiceIdentity=true holds only under the Functions host")]
    [InlineData("TokenFunctions__Access__ClientAddress", "CLIENT-IP", "TokenFunctions__Access__ClientAddress holds only under the Functions host")]
    [InlineData("TokenFunctions__Access__ClientAddress", "CLIENT IP", "must be the name of a header")]
    [InlineData("TokenFunctions__Access__ClientAddress", "x-forwarded-for", "cannot be X-Forwarded-For")]
    [InlineData("TokenFunctions__Access__MaxConcurrent", "0", "MaxConcurrent must be a whole number from 1 to 100000")]
    [InlineData("TokenFunctions__Access__CallerAgeMs", "999", "CallerAgeMs must be a number of milliseconds from 1000 to 300000")]
    [InlineData("TokenFunctions__Access__CallerAgeMs", "300001", "TokenFunctions__Access__CallerAgeMs")]
    [InlineData("TokenFunctions__Access__CallerAgeMs", "30s", "TokenFunctions__Access__CallerAgeMs")]
    [InlineData("TokenFunctions__Access", "1000", "TokenFunctions__Access has no value of its own")]
    [InlineData("TokenFunctions__Access__Max", "1", "TokenFunctions__Access__Max is not a setting")]
    [InlineData("ASPNETCORE_URLS", "127.0.0.1", "ASPNETCORE_URLS")]
    [InlineData("ASPNETCORE_URLS", "http://127.0.0.1:99999", "which is not an address")]
    [InlineData("ASPNETCORE_URLS", "http://127.0.0.1:port", "which is not an address")]
    [InlineData("ASPNETCORE_URLS", "http://unix:/tmp/", "which is not an address")]
    [InlineData("ASPNETCORE_URLS", "http://127.0.0.1,127.0.0.2:80", "which is not an address")]
    [InlineData("Kestrel__Endpoints__A__Url", "http://*:80", "Kestrel__Endpoints")]
    public void Each_wrong_setting_is_named(string name, string value, string fault) =>
        Assert.Contains(fault, Fault((name, value)), StringComparison.Ordinal);

    [Theory]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaa", false)]
    [InlineData("passwordpasswordpassword", false)]
    [InlineData("123456789123456789123456789", false)]
    [InlineData("0123456789012345678", false)]
    [InlineData("01234567890123456789", true)]
    [InlineData("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", true)]
    public void An_admin_key_is_long_and_not_of_a_few_characters(string key, bool isKey)
    {
        if (isKey) Assert.Equal(key, Read(("TokenFunctions__AdminKey", key)).AdminKey?.Reveal());
        else Assert.Contains("TokenFunctions__AdminKey must have at least 20 printable ASCII characters, 10 of them different", Fault(("TokenFunctions__AdminKey", key)), StringComparison.Ordinal);
    }

    [Fact]
    public void All_faults_come_at_once()
    {
        var fault = Fault(("TokenFunctions__AdminKey", "short"), ("TokenFunctions__SealingKey", "x"), ("TokenFunctions__Nonsense", "1"));

        Assert.Equal(4, fault.Split('\n').Length);
    }

    [Theory]
    [InlineData("ASPNETCORE_URLS", "http://*:80", "ASPNETCORE_URLS holds http://*:80")]
    [InlineData("ASPNETCORE_URLS", "http://127.0.0.1:1;http://10.0.0.1:80", "ASPNETCORE_URLS holds http://10.0.0.1:80")]
    [InlineData("FUNCTIONS_CUSTOMHANDLER_PORT", "40001", "Under the Functions host")]
    public void Where_others_can_reach_it_somebody_must_be_a_caller(string name, string value, string fault)
    {
        var settings = Read((name, value), ("TokenFunctions__Storage", "memory"));

        Assert.True(settings.NeedsCallers);
        Assert.Contains(fault, StartRules.NobodyMayCall(settings), StringComparison.Ordinal);
        Assert.False(Read((name, value), ("TokenFunctions__Storage", "memory"), ("TokenFunctions__AdminKey", Admin)).NeedsCallers);
    }

    [Fact]
    public void On_loopback_and_with_function_keys_nobody_needs_to_be_a_caller()
    {
        Assert.False(Read().NeedsCallers);
        Assert.False(Read(
            ("FUNCTIONS_CUSTOMHANDLER_PORT", "40001"), ("TokenFunctions__Storage", "memory"), ("TokenFunctions__TrustFunctionKeys", "true")).NeedsCallers);
    }

    [Theory]
    [InlineData("True", true)]
    [InlineData("false", false)]
    [InlineData(null, false)]
    public void The_platforms_identity_is_trusted_only_where_the_platform_says_that_it_checks(string? enabled, bool starts)
    {
        (string, string)[] variables =
        [
            ("FUNCTIONS_CUSTOMHANDLER_PORT", "40001"), ("TokenFunctions__Storage", "memory"),
            ("TokenFunctions__AppServiceIdentity", "true"), ("TokenFunctions__Access__ClientAddress", "CLIENT-IP"),
        ];
        if (enabled is not null) variables = [.. variables, ("WEBSITE_AUTH_ENABLED", enabled)];

        if (!starts) Assert.Contains("WEBSITE_AUTH_ENABLED is not true", Fault(variables), StringComparison.Ordinal);
        else Assert.Equal((true, "CLIENT-IP"), (Read(variables).AppServiceIdentity, Read(variables).ClientAddress));
    }

    [Theory]
    [InlineData("http://0.0.0.0:8080")]
    [InlineData("http://+:8080")]
    [InlineData("http://*:8080")]
    [InlineData("http://[::]:8080")]
    [InlineData("http://example.test:8080")]
    public void An_open_address_is_allowed_with_an_admin_key(string url) =>
        Assert.Equal([url], Read(("ASPNETCORE_URLS", url), ("TokenFunctions__AdminKey", Admin)).Urls);

    [Theory]
    [InlineData("http://localhost:1")]
    [InlineData("http://[::1]:1")]
    [InlineData("http://127.0.0.2:1")]
    public void Loopback_needs_no_key(string url) => Assert.Null(Read(("ASPNETCORE_URLS", url)).AdminKey);

    [Theory]
    [InlineData("https://alerts.example.com/hook", WebhookKey)]
    [InlineData("https://alerts.example.com/hook", "whsec_" + WebhookKey)]
    [InlineData("http://127.0.0.1:9999/hook", WebhookKey)]
    [InlineData("http://alerts.corp.example/hook", WebhookKey)]
    [InlineData("https://10.1.2.3/hook", WebhookKey)]
    public void A_webhook_is_an_address_that_may_be_called_and_a_key(string address, string key) => Assert.Equal(
        new Uri(address),
        Read(
            ("TokenFunctions__Webhook", address), ("TokenFunctions__WebhookKey", key),
            ("TokenFunctions__Egress__Allow", "http://127.0.0.1:9999, http://*.corp.example, 10.0.0.0/8")).Webhook?.Address);

    [Theory]
    [InlineData("http://alerts.example.com/hook-planted", "plain http")]
    [InlineData("http://127.0.0.1:9998/hook-planted", "plain http")]
    [InlineData("https://127.0.0.1/hook-planted", "not public")]
    [InlineData("https://169.254.169.254/hook-planted", "metadata")]
    [InlineData("https://planted@alerts.example.com/hook", "must be an address such as")]
    [InlineData("ftp://alerts.example.com/hook-planted", "must be an address such as")]
    [InlineData("alerts.example.com/hook-planted", "must be an address such as")]
    public void A_webhook_that_may_never_be_called_stops_the_start(string address, string fault)
    {
        var told = Fault(
            ("TokenFunctions__Webhook", address), ("TokenFunctions__WebhookKey", WebhookKey),
            ("TokenFunctions__Egress__Allow", "http://127.0.0.1:9999"));

        Assert.Contains(fault, told, StringComparison.Ordinal);
        Assert.DoesNotContain("planted", told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("TokenFunctions__WebhookKey", "planted-key")]
    [InlineData("TokenFunctions__AdminKey", "planted-key-ü")]
    [InlineData("TokenFunctions__SealingKey", "planted-key")]
    [InlineData("TokenFunctions__Storage", "AccountKey=planted-key;AccountName=")]
    [InlineData("TokenFunctions__Storage", "DefaultEndpointsProtocol=https;AccountName=a;AccountKey=planted-key!")]
    public void No_fault_repeats_a_secret(string name, string value) =>
        Assert.DoesNotContain("planted", Fault((name, value)), StringComparison.Ordinal);

    [Fact]
    public void Settings_printed_hold_no_key()
    {
        var text = Read(
            ("TokenFunctions__AdminKey", Admin), ("TokenFunctions__SealingKey", Key),
            ("TokenFunctions__Webhook", "https://alerts.example.com/hook-planted"), ("TokenFunctions__WebhookKey", WebhookKey)).ToString();

        Assert.DoesNotContain(Admin, text, StringComparison.Ordinal);
        Assert.DoesNotContain(Key, text, StringComparison.Ordinal);
        Assert.DoesNotContain(WebhookKey, text, StringComparison.Ordinal);
        Assert.DoesNotContain("planted", text, StringComparison.Ordinal);
    }
}
