using TokenFunctions.Storage;

namespace TokenFunctions.Sweeping;

/// <summary>What a <see cref="Sweep"/> reads and writes.</summary>
/// <param name="Flow">What the broker reads and writes.</param>
/// <param name="Secrets">The secrets.</param>
/// <param name="Marks">How far the slow passes have come.</param>
public sealed record SweepStores(BrokerStores Flow, SecretStore Secrets, RepairStore Marks);
