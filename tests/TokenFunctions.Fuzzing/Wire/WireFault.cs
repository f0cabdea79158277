namespace TokenFunctions.Fuzzing.Wire;

/// <summary>The server did not keep to HTTP, or did not answer in time.</summary>
/// <param name="message">What it did.</param>
internal sealed class WireFault(string message) : Exception(message);
