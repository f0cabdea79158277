using Azure.Core;
using Azure.Core.Pipeline;

namespace TokenFunctions.Worker.Tables;

/// <summary>Hears whether a call was sent more than once, of which its answer tells nothing.</summary>
internal sealed class Retries
{
    private const string Name = "TokenFunctions.Retries";

    /// <summary>Whether the request was sent more than once.</summary>
    public bool Any { get; private set; }

    /// <summary>Listens to the calls that are made before its end.</summary>
    public IDisposable Listen() => HttpPipeline.CreateHttpMessagePropertiesScope(
        new Dictionary<string, object?>(StringComparer.Ordinal) { [Name] = this });

    /// <summary>Tells who listens, if anyone does, of a request that is about to be sent.</summary>
    public static void Tell(HttpMessage message)
    {
        if (message.ProcessingContext.RetryNumber > 0 && message.TryGetProperty(Name, out var listener))
            ((Retries)listener!).Any = true;
    }
}
