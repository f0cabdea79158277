using TokenFunctions.Client;
using TokenFunctions.Client.Remote;

namespace TokenFunctions.Http.Fronts;

/// <summary>The connections of a front to its core, closed with the app.</summary>
/// <param name="options">Where the core is, and as whom the front asks it.</param>
internal sealed class CoreLine(TokenFunctionsOptions options) : IDisposable
{
    /// <summary>Where the core is, and as whom the front asks it.</summary>
    public TokenFunctionsOptions Options => options;

    /// <summary>The way there; it follows no redirect.</summary>
    public HttpMessageInvoker Http { get; } = new(ServiceHandler.Create(options));

    /// <inheritdoc/>
    public void Dispose() => Http.Dispose();
}
