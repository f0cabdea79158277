using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace TokenFunctions.Http;

/// <summary>What the web server itself may accept and tell.</summary>
public static class KestrelRules
{
    // Above what a body may have, so that a body that is a little too long still gets its problem answered.
    private const long MaxRequestBody = 4 * 1024 * 1024;

    /// <summary>Sets the limits; where it listens is the host's business.</summary>
    public static void Apply(KestrelServerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.AddServerHeader = false;
        options.Limits.MaxRequestBodySize = MaxRequestBody;
    }
}
