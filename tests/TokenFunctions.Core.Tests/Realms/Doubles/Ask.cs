using System.Text.Json;
using TokenFunctions.Realms;
using TokenFunctions.Realms.Trials;
using TokenFunctions.Testing;
using TokenFunctions.Tokens;

namespace TokenFunctions.Core.Tests.Realms.Doubles;

/// <summary>Short words for what nearly every test does.</summary>
internal static class Ask
{
    public const string Success = """{"access_token":"T0KEN","expires_in":7200}""";

    /// <summary>The time in all tests.</summary>
    public static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeMilliseconds(1_795_176_000_000);

    public static readonly TimeSpan Long = TimeSpan.FromSeconds(30);

    public static RealmCompilation TryCompile(string config)
    {
        using var document = JsonDocument.Parse(config);
        return RealmCompiler.Compile(document.RootElement);
    }

    public static RealmPlan Compile(string config)
    {
        var compilation = TryCompile(config);
        Assert.Empty(compilation.Errors);
        return compilation.Plan!;
    }

    public static SecretFields Secret(params (string Name, string Value)[] fields) =>
        new(fields.ToDictionary(field => field.Name, field => new SecretText(field.Value), StringComparer.Ordinal));

    public static Task<UpstreamAnswer> AskAsync(
        this IRealmClient client, RealmPlan plan, SecretFields secret, TimeSpan timeout) =>
        client.AskAsync(plan, new CallMaterial(secret), timeout);

    public static async Task<UpstreamAnswer> Once(
        HttpMessageHandler handler, string config, SecretFields? secret = null, TimeProvider? clock = null)
    {
        using var client = new RealmClient(handler, clock ?? new ManualTime(Ask.Now));
        return await client.AskAsync(Compile(config), secret ?? SecretFields.None, Long);
    }

    /// <summary>A trial of the config, without a network.</summary>
    public static async Task<Trial> TryAsync(HttpMessageHandler handler, string config, SecretFields? secret = null)
    {
        using var client = new RealmClient(handler, new ManualTime(Now));
        return await client.TryAsync(Compile(config), new CallMaterial(secret ?? SecretFields.None), Long);
    }

    /// <summary>A config that has what every config needs, and <paramref name="members"/>.</summary>
    public static string Config(string members = "", string url = "https://api.example.com/token") =>
        $$"""{"url":"{{url}}","token_path":"access_token","expires_in_path":"expires_in"{{(members.Length > 0 ? "," + members : "")}}}""";
}
