namespace TokenFunctions.Host.Apply.Remote;

/// <summary>What the service has, as far as a folder speaks of it.</summary>
/// <param name="Realms">All its realms.</param>
/// <param name="Secrets">The secrets of the realms that were asked for.</param>
internal sealed record RemoteState(IReadOnlyList<StoredRealm> Realms, IReadOnlyList<StoredSecret> Secrets);
