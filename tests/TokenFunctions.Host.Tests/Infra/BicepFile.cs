using System.Text.RegularExpressions;

namespace TokenFunctions.Host.Tests.Infra;

/// <summary>A Bicep file, as far as these tests have to understand it. A compiler understands more; there is none here.</summary>
internal sealed partial class BicepFile(string name, string text)
{
    public string Name => name;

    public string Text => text;

    public string Code { get; } = BicepCode.Of(text);

    /// <summary>The parameters, and whether each must be given.</summary>
    public Dictionary<string, bool> Parameters => Parameter().Matches(Code).ToDictionary(
        m => m.Groups["name"].Value,
        m => !m.Groups["rest"].Value.Contains('=', StringComparison.Ordinal) && !m.Groups["rest"].Value.TrimEnd().EndsWith('?'),
        StringComparer.Ordinal);

    public IEnumerable<string> Outputs => Output().Matches(Code).Select(m => m.Groups["name"].Value);

    /// <summary>All that has a name: parameters, variables, resources and modules.</summary>
    public IEnumerable<string> Names => Declared().Matches(Code).Select(m => m.Groups["name"].Value);

    /// <summary>Each module, the file that it is, and the parameters that are passed to it.</summary>
    public IEnumerable<(string Name, string File, string[] Passed)> Modules =>
        from match in Module().Matches(Text)
        let inside = Brackets.Inside(Code, Code.IndexOf('{', match.Index + match.Length - 1))
        let passed = inside.IndexOf("params:", StringComparison.Ordinal)
        select (match.Groups["name"].Value, match.Groups["file"].Value,
            passed < 0 ? [] : Brackets.Keys(Brackets.Inside(inside, passed)).ToArray());

    /// <summary>Each resource's type and API version.</summary>
    public IEnumerable<(string Type, string Version)> Resources => Resource().Matches(Text)
        .Select(m => (m.Groups["type"].Value, m.Groups["version"].Value));

    /// <summary>How often a name is used beside where it is declared. A key of an object is no use; what a loop runs over
    /// and what is before :: is one.</summary>
    public int Uses(string symbol) => Regex.Count(
        Code,
        $@"(?<= in ){symbol}\b|(?<![.\w])(?<!(param|var|resource|module|output) ){symbol}\b(?!:(?!:))",
        RegexOptions.ExplicitCapture,
        TimeSpan.FromSeconds(5));

    /// <summary>The decorators before a declaration.</summary>
    public string Before(string keyword, string symbol)
    {
        var at = Text.IndexOf($"\n{keyword} {symbol} ", StringComparison.Ordinal);
        var start = at < 0 ? -1 : Text.LastIndexOf("\n\n", at, StringComparison.Ordinal);
        return start < 0 ? "" : Text[start..at];
    }

    [GeneratedRegex(@"^param (?<name>\w+) (?<rest>[^\n]+)$", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 5000)]
    private static partial Regex Parameter();

    [GeneratedRegex(@"^output (?<name>\w+) ", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 5000)]
    private static partial Regex Output();

    [GeneratedRegex(@"^\s*(param|var|resource|module) (?<name>\w+)\b", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 5000)]
    private static partial Regex Declared();

    [GeneratedRegex(@"^module (?<name>\w+) '(?<file>[^']+)' = [^{]*\{", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 5000)]
    private static partial Regex Module();

    [GeneratedRegex(@"^resource \w+ '(?<type>[^'@]+)@(?<version>[^']+)'", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 5000)]
    private static partial Regex Resource();
}
