using System.Text.Json;
using TokenFunctions.Http.Languages;
using TokenFunctions.Http.Problems;

namespace TokenFunctions.Http.Endpoints;

/// <summary>What a handler has to say; <see cref="AnswerWriter"/> puts it on the wire.</summary>
/// <param name="Status">The HTTP status.</param>
internal sealed record Answer(int Status)
{
    /// <summary>Writes the body; null = there is none.</summary>
    public Action<Utf8JsonWriter>? Json { get; init; }

    /// <summary>Writes a body with texts for people, in the language that they read; null = it has none such.</summary>
    public Action<Utf8JsonWriter, Language>? Worded { get; init; }

    /// <summary>A body that is a text already.</summary>
    public string? Text { get; init; }

    /// <summary>The media type of <see cref="Text"/>; null = plain text.</summary>
    public string? TextType { get; init; }

    /// <summary>How long it may be kept, as <c>Cache-Control</c> has it; null = not at all.</summary>
    public string? CacheControl { get; init; }

    /// <summary>The answer's ETag with its quotes; null = it has none.</summary>
    public string? ETag { get; init; }

    /// <summary>What went wrong; null = nothing.</summary>
    public Problem? Problem { get; init; }

    public static implicit operator Answer(Problem problem) => new(problem.Status) { Problem = problem };

    public static Answer Ok(Action<Utf8JsonWriter> json) => new(200) { Json = json };

    public static Answer Ok(Action<Utf8JsonWriter, Language> worded) => new(200) { Worded = worded };
}
