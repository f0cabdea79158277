using System.Net;

namespace TokenFunctions.Realms.Egress;

/// <summary>Looks up the addresses of a host; fails with <see cref="System.Net.Sockets.SocketException"/>.</summary>
/// <param name="host">The host's name.</param>
/// <param name="cancellation">Ends the waiting.</param>
public delegate Task<IPAddress[]> ResolveHost(string host, CancellationToken cancellation);
