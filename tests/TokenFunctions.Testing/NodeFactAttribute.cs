using TokenFunctions.Testing.Servers;
using Xunit;

namespace TokenFunctions.Testing;

/// <summary>A test that needs node; skipped with the reason where it is missing, except under <c>CI=true</c>.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NodeFactAttribute : FactAttribute
{
    public NodeFactAttribute() => Skip = Node.SkipReason;
}
