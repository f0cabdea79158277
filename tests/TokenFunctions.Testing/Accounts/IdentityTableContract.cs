using Azure.Core.Pipeline;
using TokenFunctions.Storage.Tables;
using TokenFunctions.Testing.Servers;
using Xunit;

namespace TokenFunctions.Testing.Accounts;

/// <summary>The contract with an identity's token as proof, over HTTPS.</summary>
public abstract class IdentityTableContract(SecureAzuriteServer server) : TableContract, IDisposable
{
    private readonly HttpClient http = new(ThrowAwayCertificate.HandlerTrusting(server.Certificate));
    private readonly StaticCredential credential = new(AccountToken.Create());

    public void Dispose() => http.Dispose();

    [ContractFact]
    public async Task The_token_is_asked_for_the_storage_service()
    {
        await (await OpenAsync()).PingAsync(CancellationToken.None);
        Assert.Equal(["https://storage.azure.com/.default"], credential.Scopes.Distinct());
    }

    protected abstract ITables Open(StoreAccess access);

    protected sealed override Task<ITables> OpenAsync()
    {
        var access = new StoreAccess(server.Endpoint.ToString());
        return Task.FromResult(Open(access with { Credential = credential, Transport = new HttpClientTransport(http) }));
    }
}
