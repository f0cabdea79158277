using System.Buffers;
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
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            if (scope.Material.Key is { } key)
            {
                json.WriteString("realm", key.Realm);
                json.WriteString("key", key.Key);
            }
            // A field may be named as one of the two; the secret's own comes last and counts.
            foreach (var (name, value) in scope.Secret) json.WriteString(name, value.Reveal());
            json.WriteEndObject();
        }
        return new(buffer.WrittenSpan.ToArray(), null);
    }
}
