using System.Text;
using Azure.Core.Pipeline;
using TokenFunctions.Storage.Tables;
using TokenFunctions.Testing;
using TokenFunctions.Testing.Servers;

namespace TokenFunctions.AzureStorage.Tests.Tables;

/// <summary>The contract with an identity's token as proof, over HTTPS.</summary>
[NeedsNode]
[Collection(OneSecureAzurite.Name)]
[Against("Azurite")]
public sealed class IdentityTableTests(SecureAzuriteServer server) : TableContract, IDisposable
{
    private readonly HttpClient http = new(ThrowAwayCertificate.HandlerTrusting(server.Certificate));
    private readonly StaticCredential credential = new(Token());

    public void Dispose() => http.Dispose();

    [NodeFact]
    public async Task The_token_is_asked_for_the_storage_service()
    {
        await (await OpenAsync()).PingAsync(CancellationToken.None);
        Assert.Equal(["https://storage.azure.com/.default"], credential.Scopes.Distinct());
    }

    protected override Task<ITables> OpenAsync() => Task.FromResult(Stores.Open(new AzureTablesOptions
    {
        Address = Stores.Address(server.Endpoint.ToString()),
        Credential = credential,
        Transport = new HttpClientTransport(http),
        RetryDelay = TimeSpan.FromMilliseconds(5),
    }));

    // Azurite's basic mode looks at audience, issuer and times, and not at the signature.
    private static string Token()
    {
        var now = TimeProvider.System.GetUtcNow();
        var claims = $$"""
            {"aud":"https://storage.azure.com","iss":"https://sts.windows.net/00000000-0000-0000-0000-000000000001/",
             "nbf":{{now.AddMinutes(-5).ToUnixTimeSeconds()}},"iat":{{now.AddMinutes(-5).ToUnixTimeSeconds()}},"exp":{{now.AddHours(1).ToUnixTimeSeconds()}}}
            """;
        return $"{Part("""{"alg":"none","typ":"JWT"}""")}.{Part(claims)}.{Part("none")}";
    }

    private static string Part(string text) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes(text)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
