using System.Xml.Linq;

namespace TokenFunctions.Realms.Drafting.Answers;

/// <summary>Reads an XML answer by the rule of paths: local names, the root left out.</summary>
internal static class XmlAnswer
{
    /// <summary>The elements that hold a text and nothing else.</summary>
    public static AnswerSample Read(XDocument document)
    {
        var leaves = document.Descendants().Where(element => !element.HasElements && element.Value.Trim().Length > 0)
            .Select(element => AnswerSample.Leaf(Path(element), element.Name.LocalName, element.Value.Trim()))
            .Where(leaf => leaf.Path.Length > 0).OrderBy(leaf => leaf.Depth);
        return new(AnswerFormat.Xml, [.. leaves], "");
    }

    private static string Path(XElement element) =>
        string.Join('.', element.AncestorsAndSelf().Reverse().Skip(1).Select(e => e.Name.LocalName));
}
