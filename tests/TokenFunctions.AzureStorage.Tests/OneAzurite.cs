using TokenFunctions.Testing.Servers;

namespace TokenFunctions.AzureStorage.Tests;

/// <summary>The tests that share one Azurite.</summary>
[CollectionDefinition(Name)]
public sealed class OneAzurite : ICollectionFixture<AzuriteServer>
{
    public const string Name = "Azurite";
}
