namespace TokenFunctions.Core.Tests.Caching;

/// <summary>What looks at the memory in use runs while no other test does.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class MemoryAlone
{
    public const string Name = "memory alone";
}
