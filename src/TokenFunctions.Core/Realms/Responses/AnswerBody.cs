using System.Text;
using System.Text.Json;
using TokenFunctions.Realms.Paths;
using TokenFunctions.Realms.Templates;

namespace TokenFunctions.Realms.Responses;

/// <summary>A whole answer: its headers and its body, as text and, where it has structure, as a value.</summary>
internal sealed class AnswerBody
{
    /// <summary>No answer: nobody was asked.</summary>
    public static readonly AnswerBody None = new("", null, AnswerHeaders.None);

    private readonly AnswerHeaders headers;

    private AnswerBody(string text, JsonElement? root, AnswerHeaders headers) =>
        (Text, Root, this.headers) = (text, root, headers);

    /// <summary>The body as UTF-8 text, trimmed.</summary>
    public string Text { get; }

    /// <summary>The body as a value; null when it is not written in the format.</summary>
    public JsonElement? Root { get; }

    /// <summary>Reads the bytes; never throws for what they hold. U+FFFD stands for what is no UTF-8.</summary>
    public static AnswerBody Parse(
        ReadOnlyMemory<byte> bytes, AnswerHeaders headers, BodyFormat format = BodyFormat.Json)
    {
        var body = bytes.Span.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes;
        var text = Encoding.UTF8.GetString(body.Span).Trim();
        var root = format switch
        {
            BodyFormat.Json => JsonTree.Parse(body),
            BodyFormat.Xml => XmlTree.Parse(text) ?? JsonTree.ParseStructure(body),
            BodyFormat.Form => JsonTree.ParseStructure(body) ?? FormTree.Parse(text),
            _ => JsonTree.ParseStructure(body) ?? JsonTree.Of(text),
        };
        return new(text, root, headers);
    }

    /// <summary>The value at a path; absent when there is none.</summary>
    public Datum Find(ValuePath path) => path.Kind switch
    {
        PathKind.Whole => Datum.Of(Text),
        PathKind.Header => headers.Header(path.Name),
        PathKind.Cookie => headers.Cookie(path.Name),
        _ => Root is { } root ? path.Within(root) : default,
    };
}
