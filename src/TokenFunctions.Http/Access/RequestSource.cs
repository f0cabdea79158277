using System.Net;

namespace TokenFunctions.Http.Access;

/// <summary>Where a request came from.</summary>
/// <param name="Address">The client's address, an IPv4 one never in its IPv6 form; null = not known.</param>
internal sealed record RequestSource(IPAddress? Address);
