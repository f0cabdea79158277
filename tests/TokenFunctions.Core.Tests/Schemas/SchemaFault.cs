namespace TokenFunctions.Core.Tests.Schemas;

/// <summary>What a schema finds wrong.</summary>
/// <param name="Pointer">Where in the value.</param>
/// <param name="Keyword">By which keyword of the schema.</param>
internal sealed record SchemaFault(string Pointer, string Keyword);
