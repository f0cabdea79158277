using System.Text;

namespace TokenFunctions.Testing.Accounts;

/// <summary>Tokens of identities that Azurite takes: its basic mode looks at audience, issuer and times, and not at the
/// signature.</summary>
public static class AccountToken
{
    public static string Create()
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
