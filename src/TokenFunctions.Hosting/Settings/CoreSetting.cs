using TokenFunctions.Tokens;

namespace TokenFunctions.Hosting.Settings;

/// <summary>The core that this process is a front of, and as whom it asks there.</summary>
/// <param name="Url">Where the core is, https or this machine, with a path where it stands under one:
/// <c>TokenFunctions__Core__Url</c>.</param>
public sealed record CoreSetting(Uri Url)
{
    /// <summary>The key that the front has at the core as a caller, sent as <c>x-api-key</c>:
    /// <c>TokenFunctions__Core__ApiKey</c>; null = none is sent.</summary>
    public SecretText? ApiKey { get; init; }

    /// <summary>The key of the Functions host in front of the core, sent as <c>x-functions-key</c>:
    /// <c>TokenFunctions__Core__FunctionKey</c>; null = none is sent.</summary>
    public SecretText? FunctionKey { get; init; }

    /// <summary>What an Entra token of the process's own identity is asked for, sent as bearer token:
    /// <c>TokenFunctions__Core__Scope</c>; null = none is sent.</summary>
    public string? Scope { get; init; }
}
