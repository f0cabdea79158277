using System.ComponentModel;
using TokenFunctions.Testing.Servers;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace TokenFunctions.Testing;

/// <summary>A test case that is skipped where node is missing.</summary>
public sealed class NodeTestCase : XunitTestCase
{
    [EditorBrowsable(EditorBrowsableState.Never)]
    [Obsolete("For the test framework's deserializer only.")]
    public NodeTestCase()
    {
    }

    public NodeTestCase(IMessageSink diagnostics, TestMethodDisplay display, TestMethodDisplayOptions options, ITestMethod method)
        : base(diagnostics, display, options, method)
    {
    }

    protected override string? GetSkipReason(IAttributeInfo factAttribute) => base.GetSkipReason(factAttribute) ?? Node.SkipReason;
}
