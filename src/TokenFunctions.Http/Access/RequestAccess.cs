using System.Net;
using Microsoft.AspNetCore.Http;

namespace TokenFunctions.Http.Access;

/// <summary>What is found out about the sender of one request, kept with it.</summary>
/// <param name="context">The request.</param>
/// <param name="sources">Finds out its address.</param>
internal sealed class RequestAccess(HttpContext context, SourceReader sources)
{
    private bool isSourceRead;

    /// <summary>Who sent it; null = nobody asked, or the route serves anybody.</summary>
    public Requester? Requester { get; set; }

    /// <summary>With which code an endpoint refused it because of who sent it; null = it did not.</summary>
    public string? RefusedWith { get; set; }

    /// <summary>The address that it came from, an IPv4 one never in its IPv6 form; null = not known. Looked for when it
    /// is first asked for: most requests are served without it.</summary>
    public IPAddress? Source
    {
        get
        {
            if (isSourceRead) return field;
            isSourceRead = true;
            return field = sources.Read(context);
        }
    }
}
