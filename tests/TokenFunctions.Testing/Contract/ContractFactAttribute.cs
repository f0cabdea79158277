using Xunit;
using Xunit.Sdk;

namespace TokenFunctions.Testing;

/// <summary>A check of a contract. The class that runs the contract decides whether it needs node
/// (<see cref="NeedsNodeAttribute"/>), which an attribute on the base class cannot know.</summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("TokenFunctions.Testing.ContractFactDiscoverer", "TokenFunctions.Testing")]
public sealed class ContractFactAttribute : FactAttribute;
