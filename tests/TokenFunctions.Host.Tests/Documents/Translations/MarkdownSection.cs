using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace TokenFunctions.Host.Tests.Documents.Translations;

/// <summary>A heading and what stands under it until the next one.</summary>
/// <param name="Heading">The heading's line, with its marks.</param>
/// <param name="Lines">The lines below it.</param>
internal sealed partial record MarkdownSection(string Heading, IReadOnlyList<string> Lines)
{
    private string Text => string.Join('\n', Lines);

    private string Prose => Fence().Replace(Text, "");

    public int Level => Heading.TakeWhile(c => c == '#').Count();

    public string Title => Heading[Level..].Trim();

    public IReadOnlyList<string> CodeBlocks => [.. Fence().Matches(Text).Select(m => m.Value)];

    /// <summary>What is set as code within the text: settings, routes, members, values. A sentence of another language
    /// may have them in another order.</summary>
    public IReadOnlyList<string> Codes =>
        [.. Code().Matches(Prose).Select(m => m.Value).Order(StringComparer.Ordinal)];

    public IReadOnlyList<string> Links =>
        [.. Link().Matches(Prose).Select(m => m.Groups["target"].Value).Order(StringComparer.Ordinal)];

    /// <summary>Of each row of a table but its head: the first cell, and how many cells there are.</summary>
    public IReadOnlyList<string> Rows
    {
        get
        {
            var lines = Prose.Split('\n').Where(line => line.StartsWith('|')).ToList();
            return [.. lines.Zip(lines.Skip(1).Append(""))
                .Where(line => !IsRule(line.First) && !IsRule(line.Second))
                .Select(line => line.First.Trim('|').Split('|')).Select(cells => $"{cells[0].Trim()} ({cells.Length})")];
        }
    }

    /// <summary>The same for the same words, however the lines are broken.</summary>
    public string Fingerprint
    {
        get
        {
            var words = string.Join(' ', $"{Heading}\n{Text}".Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(words)).AsSpan(0, 6));
        }
    }

    public override string ToString() => Heading;

    private static bool IsRule(string line) => line.StartsWith("|--", StringComparison.Ordinal);

    [GeneratedRegex("^```.*?^```$", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Fence();

    [GeneratedRegex("`[^`\n]+`", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Code();

    [GeneratedRegex(@"\]\((?<target>[^)]+)\)", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Link();
}
