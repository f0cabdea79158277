using TokenFunctions.Testing.Servers;

namespace TokenFunctions.Worker.Tests;

/// <summary>The tests that share one Azurite.</summary>
[CollectionDefinition(Name)]
public sealed class OneAzurite : ICollectionFixture<AzuriteServer>
{
    public const string Name = "Azurite";
}
