using System.Text;
using System.Text.Json.Nodes;
using System.Xml;

namespace TokenFunctions.Realms.Responses;

/// <summary>An XML element whose end was not read yet.</summary>
internal sealed class XmlElementReading
{
    private const string Namespaces = "http://www.w3.org/2000/xmlns/";

    private readonly string name;
    private readonly RepeatedMembers members = new();
    private readonly List<KeyValuePair<string, string>> attributes = [];
    private readonly StringBuilder text = new();

    private XmlElementReading(string name) => this.name = name;

    /// <summary>What it holds: an object of its elements and attributes, or its text.</summary>
    public JsonNode Node
    {
        get
        {
            var isText = members.IsEmpty && (attributes.Count == 0 || text.Length > 0);
            if (isText) return JsonValue.Create(text.ToString().Trim());
            foreach (var (attribute, value) in attributes) members.Add("@" + attribute, JsonValue.Create(value));
            return members.Node;
        }
    }

    /// <summary>The element that the reader stands on.</summary>
    public static XmlElementReading Begin(XmlReader reader)
    {
        var element = new XmlElementReading(reader.LocalName);
        while (reader.MoveToNextAttribute())
            if (reader.NamespaceURI != Namespaces) element.attributes.Add(new(reader.LocalName, reader.Value));
        reader.MoveToElement();
        return element;
    }

    /// <summary>Adds text.</summary>
    public void Add(string more) => text.Append(more);

    /// <summary>Adds an element in it that has ended.</summary>
    public void Add(XmlElementReading child) => members.Add(child.name, child.Node);
}
