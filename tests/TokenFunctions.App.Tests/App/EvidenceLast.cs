using Xunit.Abstractions;

namespace TokenFunctions.App.Tests.App;

/// <summary>Runs the collection that looks at the evidence of all others after them, and the longest one from the start.</summary>
public sealed class EvidenceLast : ITestCollectionOrderer
{
    public const string Name = "evidence";

    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections.OrderBy(c => c.DisplayName == Name).ThenByDescending(c => c.DisplayName == "apps");
}
