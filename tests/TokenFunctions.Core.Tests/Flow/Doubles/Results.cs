using TokenFunctions.Tokens;

namespace TokenFunctions.Core.Tests.Flow.Doubles;

/// <summary>What tests say of answers.</summary>
internal static class Results
{
    /// <summary>The token's value; fails the test when there is none.</summary>
    public static string Value(this TokenResult result)
    {
        Assert.True(result.HasToken, result.Failure?.ToString());
        return result.Token.Value.Reveal();
    }

    /// <summary>The failure; fails the test when there is a token.</summary>
    public static TokenFailure Refused(this TokenResult result, FailureKind kind)
    {
        Assert.False(result.HasToken, "a token was handed out");
        Assert.Equal(kind, result.Failure.Kind);
        return result.Failure;
    }
}
