using System.Text.RegularExpressions;

namespace TokenFunctions.Host.Tests.Infra;

/// <summary>What is careless in a workflow, a sentence each.</summary>
internal static partial class WorkflowFaults
{
    public static IEnumerable<string> Of(string text)
    {
        foreach (Match used in Used().Matches(text))
        {
            if (!Pinned().IsMatch(used.Value)) yield return $"{used.Value.Trim()} is not pinned by a commit with its version behind it";
        }

        if (!TopPermissions().IsMatch(text)) yield return "permissions are not narrowed to reading";
        if (!text.Contains("\nconcurrency:\n", StringComparison.Ordinal)) yield return "two runs may meet";
        if (Count(text, "runs-on:") != Count(text, "timeout-minutes:")) yield return "a job has no end";
        if (Count(text, "actions/checkout@") != Count(text, "persist-credentials: false")) yield return "a checkout leaves its key there";
        if (InShell().IsMatch(text)) yield return "a command holds an expression, which somebody else may have written";
        if (RegistryHost().IsMatch(text)) yield return "a registry's host is named";
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;

    [GeneratedRegex(@"uses: [^\n]+", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Used();

    [GeneratedRegex(@"^uses: [\w-]+/[\w/-]+@[0-9a-f]{40} # v\d+(\.\d+)*$", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Pinned();

    [GeneratedRegex(@"^permissions:\n  contents: read\n\n", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 5000)]
    private static partial Regex TopPermissions();

    // A line of a block begins with ten blanks, and each can be read in one way only: in more, a search takes ages.
    [GeneratedRegex(
        @"^ +(- )?run: ([^\n]*|[|>]\n(( {10}[^\n]*)?\n)*? {10}[^\n]*)\$\{\{",
        RegexOptions.ExplicitCapture | RegexOptions.Multiline, 5000)]
    private static partial Regex InShell();

    [GeneratedRegex(@"\b(nuget\.org|npmjs\.(org|com))\b", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex RegistryHost();
}
