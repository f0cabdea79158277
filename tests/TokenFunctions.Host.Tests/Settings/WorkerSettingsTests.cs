using TokenFunctions.Hosting.Settings;

namespace TokenFunctions.Host.Tests.Settings;

/// <summary>The settings of an isolated worker: those of a process under the Functions host, without a port.</summary>
public sealed class WorkerSettingsTests
{
    private const string AdminKey = "0123456789-0123456789";

    [Fact]
    public void A_worker_is_under_the_Functions_host_whatever_else_is_set()
    {
        var settings = Read(("AzureWebJobsStorage", "UseDevelopmentStorage=true"), ("ASPNETCORE_URLS", "http://0.0.0.0:80"), ("FUNCTIONS_CUSTOMHANDLER_PORT", "x"));

        Assert.Equal(HostKind.IsolatedWorker, settings.Host);
        Assert.True(settings.UnderFunctions);
        Assert.Null(settings.FunctionsPort);
        Assert.Empty(settings.Urls);
        Assert.True(settings.LogsJson);
        Assert.Equal(StorageKind.Tables, settings.Storage.Kind);
    }

    [Fact]
    public void A_worker_needs_somebody_who_may_call()
    {
        Assert.True(Read(("TokenFunctions__Storage", "memory")).NeedsCallers);
        Assert.False(Read(("TokenFunctions__Storage", "memory"), ("TokenFunctions__AdminKey", AdminKey)).NeedsCallers);
        Assert.False(Read(("TokenFunctions__Storage", "memory"), ("TokenFunctions__TrustFunctionKeys", "true")).NeedsCallers);
    }

    [Fact]
    public void A_worker_without_a_storage_is_refused() => Assert.Contains(
        "AzureWebJobsStorage", Assert.Throws<SettingsException>(() => Read()).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("http://tables.example", true)]
    [InlineData("https://tables.example", false)]
    [InlineData("http://127.0.0.1:10002/devstoreaccount1", false)]
    public void A_signature_in_the_clear_is_refused_before_the_client_refuses_it(string endpoint, bool isRefused)
    {
        var storage = ("TokenFunctions__Storage", $"TableEndpoint={endpoint};SharedAccessSignature=sv=1&sig=planted-signature");
        (string, string)[] all = [storage, ("TokenFunctions__SealingKey", Convert.ToBase64String(new byte[32]))];

        if (!isRefused) Assert.Equal(StorageKind.Tables, Read(all).Storage.Kind);
        else
        {
            var message = Assert.Throws<SettingsException>(() => Read(all)).Message;
            Assert.Contains("https://", message, StringComparison.Ordinal);
            Assert.DoesNotContain("planted", message, StringComparison.Ordinal);
            Assert.Equal(StorageKind.Tables, Given.Read(all).Storage.Kind);
        }
    }

    [Theory]
    [InlineData(HostKind.None, null)]
    [InlineData(HostKind.CustomHandler, "40001")]
    public void Any_other_process_is_known_by_the_port_that_it_got(HostKind expected, string? port) => Assert.Equal(
        expected, Given.Read(("TokenFunctions__Storage", "memory"), ("TokenFunctions__AdminKey", AdminKey), ("FUNCTIONS_CUSTOMHANDLER_PORT", port ?? "")).Host);

    private static ServiceSettings Read(params (string Name, string Value)[] variables) =>
        SettingsReader.ReadForWorker(Given.Configuration(variables));
}
