namespace TokenFunctions.Testing;

/// <summary>Marks a class that runs a contract against a server under node: its <see cref="ContractFactAttribute"/>
/// checks are skipped where node is missing.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NeedsNodeAttribute : Attribute;
