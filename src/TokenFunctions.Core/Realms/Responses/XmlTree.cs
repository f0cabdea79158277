using System.Text.Json;
using System.Xml;

namespace TokenFunctions.Realms.Responses;

/// <summary>Reads an XML body: elements by local name, the root element left out, repeated elements as a list, text as
/// text, attributes as <c>@name</c> where there is no text beside them.</summary>
internal static class XmlTree
{
    private const int MaxDepth = 100;

    // A document type can name files and addresses to read, and entities that grow without end.
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = AnswerBytes.Max,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    /// <summary>What the root element holds; null when the body is no XML, or is nested too deep.</summary>
    public static JsonElement? Parse(string text)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(text), Settings);
            return Read(reader);
        }
        catch (XmlException)
        {
            // Gateways answer HTML; the caller goes by the status then.
            return null;
        }
    }

    private static JsonElement? Read(XmlReader reader)
    {
        var open = new Stack<XmlElementReading>();
        while (reader.Read())
        {
            if (reader.Depth > MaxDepth) return null;
            if (reader.NodeType == XmlNodeType.Element) open.Push(XmlElementReading.Begin(reader));
            else if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA) open.Peek().Add(reader.Value);
            var isEnd = reader.NodeType == XmlNodeType.EndElement
                || (reader.NodeType == XmlNodeType.Element && reader.IsEmptyElement);
            if (!isEnd) continue;
            var ended = open.Pop();
            if (!open.TryPeek(out var parent)) return RepeatedMembers.ToElement(ended.Node);
            parent.Add(ended);
        }
        return null;
    }
}
