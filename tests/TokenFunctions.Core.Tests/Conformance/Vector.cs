using System.Text.Json;
using TokenFunctions.Realms;
using TokenFunctions.Realms.Templates;
using TokenFunctions.Tokens;

namespace TokenFunctions.Core.Tests.Conformance;

/// <summary>One provider's vector: a realm and a secret, the requests they have to make, and answers with what has to be
/// made of them.</summary>
/// <param name="name">The file and the provider.</param>
/// <param name="json">The vector as it was written; the document must outlive it.</param>
internal sealed class Vector(string name, JsonElement json)
{
    private static readonly string[] NotFields = ["realm", "key", "fields"];

    public string Name => name;

    public JsonElement Realm => json.GetProperty("realm");

    /// <summary>The preset that the realm names; null = none.</summary>
    public string? Preset => Realm.TryGetProperty("preset", out var preset) ? preset.GetString() : null;

    /// <summary>Where request and answers were seen.</summary>
    public IReadOnlyList<string> Sources =>
        Find("source") is { } sources ? [.. sources.EnumerateArray().Select(source => source.GetString()!)] : [];

    public DateTimeOffset Clock => DateTimeOffset.FromUnixTimeMilliseconds(json.GetProperty("clock_ms").GetInt64());

    /// <summary>The JWTs that stand behind <c>{{jwt:NAME}}</c>, by name.</summary>
    public JsonElement? Jwts => Find("expect_jwt");

    /// <summary>The requests in order; none for a realm that asks nobody.</summary>
    public IReadOnlyList<JsonElement> Requests => Find("expect_request") switch
    {
        null => [],
        { ValueKind: JsonValueKind.Array } list => [.. list.EnumerateArray()],
        { } one => [one],
    };

    /// <summary>The answers to the last request, each with what has to be made of it.</summary>
    public IReadOnlyList<JsonElement> Responses =>
        Find("responses") is { } responses ? [.. responses.EnumerateArray()] : [];

    public SecretFields Secret => new(Texts(json.GetProperty("secret"))
        .Where(pair => !NotFields.Contains(pair.Key, StringComparer.Ordinal))
        .Concat(Texts(json.GetProperty("secret").TryGetProperty("fields", out var more) ? more : default))
        .ToDictionary(StringComparer.Ordinal));

    /// <summary>What the attempt is given; a state that the vector does not give has its initial value.</summary>
    public CallMaterial Material(RealmPlan plan)
    {
        var secret = Secret;
        var state = Given("state");
        foreach (var rule in plan.State)
            if (!state.ContainsKey(rule.Name) && rule.InitialFor(secret) is { } initial) state[rule.Name] = initial;
        return new(secret)
        {
            Key = Key,
            Uses = Given("uses"),
            Inputs = Given("inputs"),
            State = state,
            Forced = Find("flush") is { ValueKind: JsonValueKind.True },
        };
    }

    /// <summary>Chance, played back: the vector's values in order, and after them true chance.</summary>
    public DrawRandom Draw()
    {
        var values = new Queue<string>(Find("random") is { } random
            ? random.EnumerateArray().Select(value => value.GetString()!)
            : []);
        return (kind, length) => values.TryDequeue(out var value) ? value : RandomText.Draw(kind, length);
    }

    private Dictionary<string, SecretText> Given(string member) =>
        Texts(Find(member) ?? default).ToDictionary(StringComparer.Ordinal);

    private JsonElement? Find(string member) =>
        json.TryGetProperty(member, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private TokenKey? Key =>
        json.GetProperty("secret") is var secret
        && secret.TryGetProperty("realm", out var realm) && secret.TryGetProperty("key", out var key)
            ? new(realm.GetString()!, key.GetString()!)
            : null;

    private static IEnumerable<KeyValuePair<string, SecretText>> Texts(JsonElement value) =>
        value.ValueKind != JsonValueKind.Object
            ? []
            : value.EnumerateObject().Where(member => member.Value.ValueKind == JsonValueKind.String)
                .Select(member => KeyValuePair.Create(member.Name, new SecretText(member.Value.GetString()!)));
}
