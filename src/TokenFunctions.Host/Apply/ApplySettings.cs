using TokenFunctions.Tokens;

namespace TokenFunctions.Host.Apply;

/// <summary>Where the service is that files are applied to, and who asks.</summary>
/// <param name="Service">Its address, without a path: <c>TokenFunctions__Apply__Service</c>.</param>
internal sealed record ApplySettings(Uri Service)
{
    /// <summary>The service's own key, sent as <c>x-api-key</c>: <c>TokenFunctions__Apply__ApiKey</c>;
    /// null = none.</summary>
    public SecretText? ApiKey { get; init; }

    /// <summary>The key of the Functions host in front, sent as <c>x-functions-key</c>:
    /// <c>TokenFunctions__Apply__FunctionKey</c>; null = none.</summary>
    public SecretText? FunctionKey { get; init; }
}
