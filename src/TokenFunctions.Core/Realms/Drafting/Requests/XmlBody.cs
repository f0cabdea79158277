using System.Xml;
using System.Xml.Linq;
using TokenFunctions.Realms.Drafting.Guesses;

namespace TokenFunctions.Realms.Drafting.Requests;

/// <summary>An XML body with a template for each text and attribute.</summary>
internal static class XmlBody
{
    private static readonly XmlReaderSettings Safe =
        new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    /// <summary>Whether a text is XML without a document type.</summary>
    public static bool IsXml(string text) => Parse(text) is not null;

    /// <summary>The document; null = the text is no XML that is safe to read.</summary>
    public static XDocument? Parse(string text)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(text.TrimStart()), Safe);
            return IsDeep(text) ? null : XDocument.Load(reader, LoadOptions.PreserveWhitespace);
        }
        catch (XmlException)
        {
            return null;
        }
    }

    /// <summary>The body as one template.</summary>
    /// <param name="text">A text that <see cref="IsXml"/>.</param>
    /// <param name="fields">Where the values become fields.</param>
    public static string Write(string text, DraftFields fields)
    {
        var document = Parse(text)!;
        document.DescendantNodes().OfType<XComment>().ToList().ForEach(comment => comment.Remove());
        document.DescendantNodes().OfType<XProcessingInstruction>().ToList().ForEach(node => node.Remove());
        foreach (var element in document.Descendants())
        {
            foreach (var attribute in element.Attributes().Where(a => !a.IsNamespaceDeclaration))
                attribute.Value = fields.Inline(Read(element, attribute.Name.LocalName, attribute.Value));
            foreach (var node in element.Nodes().OfType<XText>().Where(node => !string.IsNullOrWhiteSpace(node.Value)))
                node.Value = fields.Inline(Read(element, element.Name.LocalName, node.Value.Trim()));
        }
        var declaration = document.Declaration is { } given ? given.ToString() : "";
        return declaration + document.ToString(SaveOptions.DisableFormatting);
    }

    private static Given Read(XElement element, string name, string value)
    {
        var path = element.AncestorsAndSelf().Reverse().Skip(1).Select(e => e.Name.LocalName);
        var whole = string.Join('.', element.Name.LocalName == name ? path : path.Append(name));
        return new(GivenPlace.Xml, whole.Length == 0 ? name : whole, name, value);
    }

    // Counted before the tree is built: a tree of any depth would be walked by recursion.
    private static bool IsDeep(string text)
    {
        using var reader = XmlReader.Create(new StringReader(text.TrimStart()), Safe);
        while (reader.Read())
            if (reader.Depth > 64) return true;
        return false;
    }
}
