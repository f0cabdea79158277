using Xunit.Abstractions;
using Xunit.Sdk;

namespace TokenFunctions.Testing;

/// <summary>Makes <see cref="AgainstAttribute"/> a trait that runs can be filtered by.</summary>
public sealed class AgainstDiscoverer : ITraitDiscoverer
{
    public IEnumerable<KeyValuePair<string, string>> GetTraits(IAttributeInfo traitAttribute) =>
        [KeyValuePair.Create("Against", (string)traitAttribute.GetConstructorArguments().Single())];
}
