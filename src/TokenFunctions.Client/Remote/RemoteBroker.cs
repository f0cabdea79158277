using System.Net.Http.Headers;
using System.Text.Json;
using TokenFunctions.Storage;
using TokenFunctions.Tokens;

namespace TokenFunctions.Client.Remote;

/// <summary>STAND-IN, TO BE REPLACED by the branch that writes Remote/: asks the service for a token.</summary>
public sealed class RemoteBroker(
    HttpMessageInvoker http, TokenFunctionsOptions options, StoreClock clock, Random random) : ITokenSource
{
    /// <inheritdoc/>
    public async Task<TokenResult> GetAsync(TokenRequest request, CancellationToken cancellationToken)
    {
        _ = random;
        using var call = new HttpRequestMessage(HttpMethod.Get, new Uri(
            options.Address!, $"/api/cache/token?realm={request.Key.Realm}&key={request.Key.Key}&attach=true"));
        if (options.ApiKey is { } key) call.Headers.Add("x-api-key", key.Reveal());
        call.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        try
        {
            using var answer = await http.SendAsync(call, cancellationToken);
            if (!answer.IsSuccessStatusCode) return Away();
            using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(cancellationToken));
            return TokenResult.Of(Read(request.Key, json.RootElement, clock.Now)) with
            {
                Attach = Attach(json.RootElement),
                RevalidateAfter = TimeSpan.FromSeconds(30),
            };
        }
        catch (HttpRequestException)
        {
            return Away();
        }
    }

    private static Token Read(TokenKey key, JsonElement json, DateTimeOffset now) => new()
    {
        Key = key,
        Value = new SecretText(json.GetProperty("token").GetString()!),
        IssuedAt = now,
        ExpiresAt = now + TimeSpan.FromMilliseconds(json.GetProperty("expires_in").GetInt64()),
        Generation = json.GetProperty("generation").GetInt64(),
    };

    private static Realms.AttachRule? Attach(JsonElement json) =>
        json.TryGetProperty("attach", out var attach) && attach.ValueKind == JsonValueKind.Object
            ? new Realms.AttachRule
            {
                Place = attach.GetProperty("place").GetString()!,
                Name = attach.GetProperty("name").GetString()!,
                Prefix = attach.GetProperty("prefix").GetString()!,
            }
            : null;

    private static TokenResult Away() =>
        TokenResult.Of(new TokenFailure(FailureKind.ServiceUnavailable, "The service cannot be reached."));
}
