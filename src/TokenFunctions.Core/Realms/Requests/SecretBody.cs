using System.Text.Json;
using TokenFunctions.Realms.Templates;

namespace TokenFunctions.Realms.Requests;

/// <summary>The whole secret as a JSON object, with the realm and the key that it is for: what <c>logic_code</c>
/// gets.</summary>
internal sealed class SecretBody : IRequestBody
{
    /// <inheritdoc/>
    public string MediaType => JsonBody.Json;

    /// <inheritdoc/>
    public IEnumerable<TemplatePart> Parts => [];

    /// <inheritdoc/>
    public BodyBytes Fill(AttemptScope scope, GivenArguments given)
    {
        // A field may be named as one of the first two; then the secret's own counts.
        var members = new NamedList<string>(StringComparer.Ordinal);
        if (scope.Material.Key is { } key)
        {
            members.Add("realm", key.Realm);
            members.Add("key", key.Key);
        }
        foreach (var (name, value) in scope.Secret) members.Set(name, value.Reveal());
        return new(JsonBytes.Write(json => Write(json, members)), null);
    }

    private static void Write(Utf8JsonWriter json, NamedList<string> members)
    {
        json.WriteStartObject();
        foreach (var (name, value) in members.Entries) json.WriteString(name, value);
        json.WriteEndObject();
    }
}
