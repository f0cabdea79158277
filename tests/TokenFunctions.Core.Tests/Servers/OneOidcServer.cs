using TokenFunctions.Testing.Servers;

namespace TokenFunctions.Core.Tests.Servers;

/// <summary>The tests that share one OpenID provider.</summary>
[CollectionDefinition(Name)]
public sealed class OneOidcServer : ICollectionFixture<OidcServer>
{
    public const string Name = "OidcProvider";
}
