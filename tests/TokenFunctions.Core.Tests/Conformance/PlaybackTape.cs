using System.Text.Json;

namespace TokenFunctions.Core.Tests.Conformance;

/// <summary>The answers of one run of a vector in order, and the requests that were sent for them.</summary>
internal sealed class PlaybackTape(IEnumerable<JsonElement> answers)
{
    private readonly Queue<JsonElement> rest = new(answers);

    public List<SentRequest> Sent { get; } = [];

    /// <summary>Notes a request and gives its answer; null = the vector has none for it.</summary>
    public JsonElement? Next(SentRequest request)
    {
        Sent.Add(request);
        return rest.TryDequeue(out var answer) && answer.ValueKind == JsonValueKind.Object ? answer : null;
    }
}
