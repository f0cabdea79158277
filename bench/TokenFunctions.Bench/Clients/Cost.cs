namespace TokenFunctions.Bench.Clients;

/// <summary>What doing something once cost in one round.</summary>
/// <param name="Nanoseconds">The processor time of the whole process.</param>
/// <param name="Bytes">What was allocated.</param>
internal sealed record Cost(double Nanoseconds, double Bytes);
