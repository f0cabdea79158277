using TokenFunctions.Storage.Tables;
using TokenFunctions.Testing.Accounts;

namespace TokenFunctions.Worker.Tests.Tables;

/// <summary>Stores that cannot be reached or do not want us. Needs no store.</summary>
public sealed class StoreDownTests : StoreDownContract
{
    [Fact]
    public void A_signature_does_not_travel_in_the_clear()
    {
        var access = new StoreAccess("TableEndpoint=http://acc.example;SharedAccessSignature=sv=2019-02-02&sig=c2VjcmV0");
        var e = Assert.Throws<ArgumentException>(() => Open(access));
        Assert.DoesNotContain("c2VjcmV0", e.ToString(), StringComparison.Ordinal);
    }

    protected override ITables Open(StoreAccess access) => Stores.Open(access);
}
