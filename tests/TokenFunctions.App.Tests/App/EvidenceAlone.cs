namespace TokenFunctions.App.Tests.App;

/// <summary>Runs by itself, when no test is left that could still let something out.</summary>
[CollectionDefinition(EvidenceLast.Name, DisableParallelization = true)]
public sealed class EvidenceAlone;
