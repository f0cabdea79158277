using System.Buffers.Text;
using System.Text.Json;
using TokenFunctions.Realms;
using TokenFunctions.Testing.Servers;
using TokenFunctions.Tokens;

namespace TokenFunctions.Core.Tests.Servers;

/// <summary>What tests say of the provider's answers.</summary>
internal static class Answers
{
    /// <summary>The token's value; fails the test when there is none, or its life is not the provider's.</summary>
    public static string Value(this UpstreamAnswer answer, OidcServer server)
    {
        Assert.True(answer.HasToken, answer.Failure?.ToString());
        Assert.Equal((server.AccessTokenLife, "Bearer"), (answer.Token.Life, answer.Token.Type));
        return answer.Token.Value.Reveal();
    }

    /// <summary>Says that the token is a JWT of this provider for this client, with the life that the answer told.</summary>
    public static void IsJwtFor(this UpstreamAnswer answer, OidcServer server, string client)
    {
        var claims = Claims(answer.Value(server));
        Assert.Equal(server.Issuer.ToString().TrimEnd('/'), claims.GetProperty("iss").GetString());
        Assert.Equal((OidcServer.Api, client), (claims.GetProperty("aud").GetString(), claims.GetProperty("client_id").GetString()));
        Assert.Equal(server.AccessTokenLife.TotalSeconds, Seconds(claims));
    }

    /// <summary>Says that the provider knows the token as this client's, with the life that the answer told.</summary>
    public static async Task IsKnownAsync(this UpstreamAnswer answer, OidcServer server, string client)
    {
        var token = answer.Value(server);
        Assert.DoesNotContain('.', token);
        var claims = await server.IntrospectAsync(token);
        Assert.True(claims.GetProperty("active").GetBoolean());
        Assert.Equal(client, claims.GetProperty("client_id").GetString());
        Assert.Equal(server.AccessTokenLife.TotalSeconds, Seconds(claims));
    }

    /// <summary>Says that the provider refused the client itself (RFC 6749 §5.2), for good.</summary>
    public static void IsInvalidClient(this UpstreamAnswer answer)
    {
        Assert.False(answer.HasToken, "a token was handed out");
        var failure = answer.Failure;
        Assert.Equal(("invalid_client", FailureKind.BadCredentials), (failure.Code, failure.Kind));
        Assert.Equal((UpstreamReach.Answered, false), (failure.Reach, failure.IsRetryable));
        Assert.Equal("client authentication failed", failure.Message);
    }

    private static JsonElement Claims(string jwt)
    {
        using var claims = JsonDocument.Parse(Base64Url.DecodeFromChars(jwt.Split('.')[1]));
        return claims.RootElement.Clone();
    }

    private static double Seconds(JsonElement claims) =>
        claims.GetProperty("exp").GetDouble() - claims.GetProperty("iat").GetDouble();
}
