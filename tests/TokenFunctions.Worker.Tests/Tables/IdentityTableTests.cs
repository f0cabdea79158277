using TokenFunctions.Storage.Tables;
using TokenFunctions.Testing;
using TokenFunctions.Testing.Accounts;
using TokenFunctions.Testing.Servers;

namespace TokenFunctions.Worker.Tests.Tables;

/// <summary>The contract with an identity's token as proof, over HTTPS.</summary>
[NeedsNode]
[Collection(OneSecureAzurite.Name)]
[Against("Azurite")]
public sealed class IdentityTableTests(SecureAzuriteServer server) : IdentityTableContract(server)
{
    protected override ITables Open(StoreAccess access) => Stores.Open(access);
}
