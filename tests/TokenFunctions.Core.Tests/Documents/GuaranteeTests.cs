using TokenFunctions.Core.Tests.Schemas;

namespace TokenFunctions.Core.Tests.Documents;

/// <summary>Each promise of docs/guarantees.md names tests that hold it, and those tests are there.</summary>
public sealed class GuaranteeTests
{
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
        var named = NamedThings.In(promise).Where(name => name.Contains("Tests.", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(named);
        Assert.All(named, NamedThings.AssertIsThere);
    }
}
