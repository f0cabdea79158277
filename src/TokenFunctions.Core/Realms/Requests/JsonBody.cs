using System.Text.Json;
using TokenFunctions.Realms.Templates;

namespace TokenFunctions.Realms.Requests;

/// <summary>A JSON body: an object of the arguments that go there, or one value that takes none.</summary>
/// <param name="MediaType">Its <c>Content-Type</c>.</param>
internal sealed record JsonBody(string MediaType = JsonBody.Json) : IRequestBody
{
    /// <summary>The media type of JSON (RFC 8259 §11).</summary>
    public const string Json = "application/json";

    /// <summary>What the first system sent JSON as where <c>content_type</c> was <c>text</c>: it made the same object
    /// of the arguments and changed the media type only.</summary>
    public const string SeedText = "application/text";

    /// <summary>The whole body; null = an object of the arguments.</summary>
    public JsonTemplate? Whole { get; init; }

    /// <inheritdoc/>
    public IEnumerable<TemplatePart> Parts => Whole?.Parts ?? [];

    /// <inheritdoc/>
    public BodyBytes Fill(AttemptScope scope, GivenArguments given)
    {
        var bytes = JsonBytes.Write(json =>
        {
            if (Whole is null) WriteMembers(json, scope, given);
            else Whole.Write(json, scope);
        });
        return new(bytes, null);
    }

    private static void WriteMembers(Utf8JsonWriter json, AttemptScope scope, GivenArguments given)
    {
        var members = new NamedList<Argument>(StringComparer.Ordinal);
        foreach (var argument in given.In(ArgumentPlace.Body)) members.Set(argument.Name, argument);
        json.WriteStartObject();
        foreach (var (name, argument) in members.Entries)
        {
            json.WritePropertyName(name);
            argument.Write(json, scope);
        }
        json.WriteEndObject();
    }
}
