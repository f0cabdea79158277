using TokenFunctions.Diagnostics;
using TokenFunctions.Storage;

namespace TokenFunctions.Core.Tests.Diagnostics;

public sealed class FaultTextTests
{
    [Fact]
    public void A_foreign_exception_shows_its_kind_and_place_and_not_its_message()
    {
        var text = FaultText.Of(Thrown(new InvalidOperationException("planted-secret")));

        Assert.Contains("System.InvalidOperationException", text, StringComparison.Ordinal);
        Assert.Contains(nameof(Thrown), text, StringComparison.Ordinal);
        Assert.DoesNotContain("planted", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Our_own_exception_shows_its_message_and_its_causes_by_the_same_rule()
    {
        var text = FaultText.Of(new StoreUnavailableException("The store is away.", new IOException("planted-secret")));

        Assert.Contains("The store is away.", text, StringComparison.Ordinal);
        Assert.Contains("System.IO.IOException", text, StringComparison.Ordinal);
        Assert.DoesNotContain("planted", text, StringComparison.Ordinal);
    }

    private static InvalidOperationException Thrown(InvalidOperationException exception)
    {
        try
        {
            throw exception;
        }
        catch (InvalidOperationException e)
        {
            return e;
        }
    }
}
