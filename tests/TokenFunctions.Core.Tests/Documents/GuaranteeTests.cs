using System.Text.RegularExpressions;
using TokenFunctions.Core.Tests.Schemas;

namespace TokenFunctions.Core.Tests.Documents;

/// <summary>Each promise of docs/guarantees.md names tests that hold it, and those tests are there.</summary>
public sealed partial class GuaranteeTests
{
    private static readonly string Tests = Path.Combine(RealmSchema.Root, "tests");

    public static TheoryData<string> Promises =>
    [
        .. File.ReadAllText(Path.Combine(RealmSchema.Root, "docs", "guarantees.md"))
            .Split("\n## What nobody can promise")[0]
            .Split("\n* ").Skip(1)
            .Select(promise => promise.Split("\n\n")[0].ReplaceLineEndings(" ").Trim()),
    ];

    [Theory]
    [MemberData(nameof(Promises))]
    public void Each_promise_names_tests_that_are_there(string promise)
    {
        var named = TestName().Matches(promise);

        Assert.NotEmpty(named);
        Assert.All(named, name => AssertIsThere(name.Groups["class"].Value, name.Groups["method"].Value));
    }

    private static void AssertIsThere(string type, string method)
    {
        var files = Directory.EnumerateFiles(Tests, $"{type}.cs", SearchOption.AllDirectories);
        Assert.True(files.Any(file => HasTest(File.ReadAllText(file), method)), $"There is no test {type}.{method}.");
    }

    private static bool HasTest(string code, string method) => Regex.IsMatch(
        code,
        $@"\[\w*(Fact|Theory)\w*(\(.*\))?\](\s*\[[^\]]*\])*\s*public (async )?(void|Task) {Regex.Escape(method)}\(",
        RegexOptions.ExplicitCapture,
        TimeSpan.FromSeconds(5));

    [GeneratedRegex("`(?<class>[A-Z][A-Za-z]+Tests)\\.(?<method>[A-Za-z0-9_]+)`", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex TestName();
}
