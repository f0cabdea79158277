using System.Text.RegularExpressions;
using TokenFunctions.Core.Tests.Schemas;

namespace TokenFunctions.Core.Tests.Documents;

/// <summary>What papers name in <c>`…`</c>: tests and files, which have to be there.</summary>
internal static partial class NamedThings
{
    private static readonly string Tests = Path.Combine(RealmSchema.Root, "tests");

    /// <summary>What a text names, in its order.</summary>
    public static IEnumerable<string> In(string text) => Quoted().Matches(text).Select(m => m.Groups["name"].Value);

    /// <summary>Whether a name is one of a test, of a class of tests, or of a file.</summary>
    public static bool IsOne(string name) => TestName().IsMatch(name) || IsFile(name);

    /// <summary>Fails when it is not there; of anything else it says nothing.</summary>
    public static void AssertIsThere(string name)
    {
        if (IsFile(name)) Assert.True(File.Exists(Path.Combine(RealmSchema.Root, name)), $"There is no file {name}.");
        if (TestName().Match(name) is { Success: true } test)
            Assert.True(HasTest(test.Groups["class"].Value, test.Groups["method"].Value), $"There is no test {name}.");
    }

    // A path of this repository: it has a folder or an ending of a file, and is no address, route, header or pattern.
    private static bool IsFile(string name) => FileName().IsMatch(name);

    private static bool HasTest(string type, string method) => Directory
        .EnumerateFiles(Tests, $"{type}.cs", SearchOption.AllDirectories)
        .Any(file => HasMethod(File.ReadAllText(file), method));

    // A test and its attributes stand together, between empty lines.
    private static bool HasMethod(string code, string method) => code.Split("\n\n").Any(part =>
        TestMethod().Match(part) is { Success: true } test
        && (method.Length == 0 || test.Groups["method"].Value.Equals(method, StringComparison.Ordinal)));

    [GeneratedRegex("`(?<name>[^`\n]+)`", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Quoted();

    [GeneratedRegex(
        @"^ *\[\w*(Fact|Theory)\w*(.|\n)*public (async )?(void|Task) (?<method>\w+)\(",
        RegexOptions.ExplicitCapture | RegexOptions.Multiline,
        5000)]
    private static partial Regex TestMethod();

    [GeneratedRegex(
        @"^(?<class>[A-Z][A-Za-z]+(Tests|Contract))(\.(?<method>[A-Za-z0-9_]+))?$",
        RegexOptions.ExplicitCapture,
        5000)]
    private static partial Regex TestName();

    [GeneratedRegex(
        @"^(?!data/|notices/|artifacts/|bom\.json$|\w*\.key$|packages\.lock\.json$)[A-Za-z0-9_.-]+(/[A-Za-z0-9_.-]+)*\.(md|cs|json|props|yml|csproj)$|^\.ci/\w+$|^build/[\w./]+$",
        RegexOptions.ExplicitCapture,
        5000)]
    private static partial Regex FileName();
}
