using System.Text.RegularExpressions;

namespace TokenFunctions.Core.Tests.Documents;

/// <summary>An answer of docs/asvs.md.</summary>
/// <param name="Number">The requirement's number.</param>
/// <param name="Level">1 or 2.</param>
/// <param name="Answer">yes, partly, no or n/a.</param>
/// <param name="Why">What holds it, or why it does not hold.</param>
internal sealed partial record AsvsRow(string Number, int Level, string Answer, string Why)
{
    public string Chapter => Number.Split('.')[0];

    public static IReadOnlyList<AsvsRow> Read(string paper) =>
    [
        .. Row().Matches(paper).Select(m => new AsvsRow(
            m.Groups["number"].Value, m.Groups["level"].Value == "1" ? 1 : 2, m.Groups["answer"].Value, m.Groups["why"].Value)),
    ];

    [GeneratedRegex(
        @"^\| (?<number>\d+\.\d+\.\d+) \| (?<level>[^|]+) \| [^|]+ \| (?<answer>[^|]+) \| (?<why>[^|]+) \|$",
        RegexOptions.ExplicitCapture | RegexOptions.Multiline,
        5000)]
    private static partial Regex Row();
}
