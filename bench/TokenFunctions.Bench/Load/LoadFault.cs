namespace TokenFunctions.Bench.Load;

/// <summary>An answer was wrong, or none came: the figures would mean nothing.</summary>
internal sealed class LoadFault(string message) : Exception(message);
