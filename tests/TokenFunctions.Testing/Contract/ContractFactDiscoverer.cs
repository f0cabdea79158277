using Xunit.Abstractions;
using Xunit.Sdk;

namespace TokenFunctions.Testing;

/// <summary>Makes the test cases of <see cref="ContractFactAttribute"/>; found by name by the test framework.</summary>
public sealed class ContractFactDiscoverer(IMessageSink diagnostics) : IXunitTestCaseDiscoverer
{
    public IEnumerable<IXunitTestCase> Discover(
        ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute)
    {
        ArgumentNullException.ThrowIfNull(testMethod);
        return
        [
            testMethod.TestClass.Class.GetCustomAttributes(typeof(NeedsNodeAttribute)).Any()
                ? new NodeTestCase(diagnostics, discoveryOptions.MethodDisplayOrDefault(), discoveryOptions.MethodDisplayOptionsOrDefault(), testMethod)
                : new XunitTestCase(diagnostics, discoveryOptions.MethodDisplayOrDefault(), discoveryOptions.MethodDisplayOptionsOrDefault(), testMethod),
        ];
    }
}
