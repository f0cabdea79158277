using TokenFunctions.Testing.Servers;

namespace TokenFunctions.Worker.Tests;

/// <summary>The tests that share one Azurite that takes bearer tokens over HTTPS.</summary>
[CollectionDefinition(Name)]
public sealed class OneSecureAzurite : ICollectionFixture<SecureAzuriteServer>
{
    public const string Name = "Azurite over HTTPS";
}
