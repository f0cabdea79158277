using TokenFunctions.Realms;
using TokenFunctions.Storage;
using TokenFunctions.Tokens;

namespace TokenFunctions.Core.Tests.Flow.Doubles;

/// <summary>A world with a realm <c>rot</c> whose answers renew a refresh token that begins as the secret's <c>key_1</c>.</summary>
internal static class RotatingWorld
{
    public static readonly TokenKey Key = new("rot", World.Key.Key);

    private const string Config = """
        "state": [{"name": "refresh_token", "initial": "$key_1", "path": "refresh_token"}],
        "arguments": [{"name": "refresh_token", "place": "body", "value": "${state.refresh_token}"},
                      {"name": "label", "place": "body", "value": "$key_2", "omit_empty": true}],
        "policy": { POLICY }
        """;

    public static async Task<(World World, Instance Instance)> MakeAsync(string initial = "R0", string policy = "")
    {
        var (world, instance) = await World.MakeAsync();
        await world.SaveRotatingAsync(instance, initial, policy);
        return (world, instance);
    }

    public static async Task SaveRotatingAsync(this World world, Instance by, string initial, string policy = "", string? label = null)
    {
        await world.SaveOtherAsync(by, "rot", Config.Replace("POLICY", policy, StringComparison.Ordinal), initial);
        if (label is null) return;
        world.Time.Advance(TimeSpan.FromMilliseconds(1));
        var fields = new Dictionary<string, SecretText>(StringComparer.Ordinal) { ["key_1"] = new(initial), ["key_2"] = new(label) };
        await by.Registrar.SaveSecretAsync(new SecretDraft(Key, new SecretFields(fields)), CancellationToken.None);
    }

    /// <summary>An answer with a token and the next refresh token.</summary>
    public static UpstreamAnswer Rotated(string token, string refresh) =>
        UpstreamAnswer.Of(new UpstreamToken(new SecretText(token), TimeSpan.FromHours(1))
        {
            State = new Dictionary<string, SecretText>(StringComparer.Ordinal) { ["refresh_token"] = new(refresh) },
        });

    /// <summary>An answer that does not tell what became of the refresh token, such as a 502.</summary>
    public static UpstreamAnswer Broken() => UpstreamAnswer.Of(
        new UpstreamFailure(FailureKind.Transient, "The provider is unwell.", UpstreamReach.Answered) { TellsState = false });

    /// <summary>The refresh tokens that were sent, in order.</summary>
    public static List<string> Sent(this World world) => [.. world.Provider.Given.Select(given => given.State["refresh_token"].Reveal())];

    public static Task<TokenResult> AskRotating(this Instance by) => by.AskOther(Key.Realm);

    public static Task<TokenState> RotatingRow(this Instance by) => by.Tokens.GetAsync(Key, CancellationToken.None);
}
