namespace TokenFunctions.Testing.Schemas;

/// <summary>What a schema finds wrong.</summary>
/// <param name="Pointer">Where in the value.</param>
/// <param name="Keyword">By which keyword of the schema.</param>
public sealed record SchemaFault(string Pointer, string Keyword);
