using System.Text.Json;

namespace TokenFunctions.Core.Tests.Realms.Drafting.Samples;

/// <summary>A curl line of the shape that documents have, and the realm that must come of it. Values that must not come
/// back begin with <c>hid-</c>; the line was given them in place of the document's own.</summary>
internal sealed record CurlSample(string Name)
{
    public required string Curl { get; init; }

    /// <summary>The sample answer: JSON or a text; null = none is sent.</summary>
    public string? Answer { get; init; }

    public required string Id { get; init; }

    public required string Config { get; init; }

    /// <summary>The secret's fields in order, a star behind each confidential one.</summary>
    public string Fields { get; init; } = "";

    /// <summary>Values that must not come back and do not begin with <c>hid-</c>.</summary>
    public IReadOnlyList<string> Hidden { get; init; } = [];

    public JsonElement? AnswerJson => Answer switch
    {
        null => null,
        _ when Answer.StartsWith('{') => JsonElement.Parse(Answer),
        _ => JsonElement.Parse($"\"{JsonEncodedText.Encode(Answer)}\""),
    };

    public override string ToString() => Name;
}
