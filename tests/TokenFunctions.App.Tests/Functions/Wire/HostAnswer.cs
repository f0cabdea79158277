using System.Net;
using TokenFunctions.Processes.App;

namespace TokenFunctions.App.Tests.Functions.Wire;

/// <summary>What the client gets from the host.</summary>
/// <param name="Function">The function that took the request; null = none did.</param>
/// <param name="Api">The answer.</param>
internal sealed record HostAnswer(string? Function, ApiAnswer Api)
{
    public HttpStatusCode Status => Api.Status;

    public string? Code => Api.Code;

    /// <summary>An answer of the host itself, which has no body.</summary>
    public static HostAnswer OfHost(HttpStatusCode status, string? function = null) => new(function, new ApiAnswer(status, "", null));
}
