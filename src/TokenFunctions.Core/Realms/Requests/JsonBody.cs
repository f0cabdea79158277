using System.Buffers;
using System.Net.Http.Headers;
using System.Text.Json;
using TokenFunctions.Realms.Templates;

namespace TokenFunctions.Realms.Requests;

/// <summary>A body that is a JSON object.</summary>
/// <param name="Members">Its members in order.</param>
internal sealed record JsonBody(IReadOnlyList<KeyValuePair<string, JsonTemplate>> Members) : IRequestBody
{
    /// <inheritdoc/>
    public IEnumerable<string> Fields => Members.SelectMany(member => member.Value.Fields);

    /// <inheritdoc/>
    public HttpContent Fill(AttemptScope scope)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer)) JsonTemplate.WriteObject(json, scope, Members);
        var content = new ByteArrayContent(buffer.WrittenSpan.ToArray());
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return content;
    }
}
