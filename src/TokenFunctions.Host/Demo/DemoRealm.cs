using System.Text.Json;
using TokenFunctions.Realms;
using TokenFunctions.Storage;
using TokenFunctions.Tokens;

namespace TokenFunctions.Host.Demo;

/// <summary>The realm <c>demo</c> and the secret <c>first</c>, for the sample provider.</summary>
public sealed class DemoRealm(Registrar registrar, RealmStore realms, SecretStore secrets)
{
    /// <summary>The secret's address.</summary>
    public static readonly TokenKey First = new("demo", "first");

    private const string Comment = "The sample provider of --demo";

    /// <summary>Registers both; what is there already and the same is left alone.</summary>
    public async Task RegisterAsync(
        SampleProvider provider, SampleProviderOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(provider);
        ArgumentNullException.ThrowIfNull(options);
        var config = Config(provider.Address, options);
        var there = await realms.FindAsync(First.Realm, cancellationToken);
        if (!string.Equals(there?.Config, config, StringComparison.Ordinal))
            await registrar.SaveRealmAsync(
                new RealmDefinition(First.Realm, config) { Comment = Comment }, _ => true, cancellationToken);

        if (await secrets.FindAsync(First, cancellationToken) is not null) return;
        var fields = new Dictionary<string, SecretText>(StringComparer.Ordinal)
        {
            ["key_1"] = new(options.AppId),
            ["key_2"] = new(options.AppSecret),
            ["key_3"] = new("client_credential"),
        };
        await registrar.SaveSecretAsync(new SecretDraft(First, new SecretFields(fields)), cancellationToken);
    }

    private static string Config(string address, SampleProviderOptions options)
    {
        var config = $$"""
            {
              "url": "{{address}}/cgi-bin/token",
              "method": "GET",
              "arguments": [
                { "name": "appid", "place": "url", "value": "$key_1" },
                { "name": "secret", "place": "url", "value": "$key_2" },
                { "name": "grant_type", "place": "url", "value": "$key_3" }
              ],
              "token_path": "access_token",
              "content_type": "json",
              "expires_in_path": "expires_in",
              "attach": { "place": "query", "name": "access_token", "prefix": "" },
              "policy": { "issue": "replaces", "overlap_sec": {{(int)options.Overlap.TotalSeconds}} }
            }
            """;
        using var json = JsonDocument.Parse(config);
        var compilation = RealmCompiler.Compile(json.RootElement);
        return compilation.IsValid
            ? config
            : throw new InvalidOperationException($"The demo realm does not compile: {compilation.Errors[0]}");
    }
}
