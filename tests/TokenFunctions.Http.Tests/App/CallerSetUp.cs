using System.Globalization;
using System.Text;
using TokenFunctions.Http.Callers;

namespace TokenFunctions.Http.Tests.App;

/// <summary>Makes callers in the store, and what they send.</summary>
internal static class CallerSetUp
{
    /// <summary>A caller with a key, whose text is given back.</summary>
    public static async Task<string> AddAsync(this CallerStore callers, Caller caller, DateTimeOffset? expiresAt = null)
    {
        var key = ApiKey.Create(caller.Id);
        var saving = await callers.SaveAsync(
            caller with { Keys = [CallerKey.Of(key, Samples.Noon, expiresAt)] }, _ => true, CancellationToken.None);
        Assert.NotNull(saving.Saved);
        return key.Reveal();
    }

    /// <summary>The key with another last character.</summary>
    public static string Damage(string key) => key[..^1] + (key[^1] == 'a' ? 'b' : 'a');

    /// <summary>A whole key that nobody was given.</summary>
    public static string Unknown(int number = 0) => ApiKey.Create(string.Create(CultureInfo.InvariantCulture, $"nobody-{number}")).Reveal();

    /// <summary>What App Service authentication puts on a request.</summary>
    public static string Principal(params (string Type, string Value)[] claims) => Encode($$"""
        {"auth_typ":"aad","claims":[{{string.Join(',', claims.Select(c => $$"""{"typ":"{{c.Type}}","val":"{{c.Value}}"}"""))}}],"name_typ":"n","role_typ":"r"}
        """);

    public static string Encode(string json) => Convert.ToBase64String(Encoding.UTF8.GetBytes(json));
}
