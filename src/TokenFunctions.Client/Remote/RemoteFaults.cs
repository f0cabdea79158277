namespace TokenFunctions.Client.Remote;

/// <summary>What is wrong with the options by which a service is reached.</summary>
internal static class RemoteFaults
{
    /// <summary>Every fault, a sentence each; none = they can be used. Nothing confidential is in them.</summary>
    public static IReadOnlyList<string> Of(TokenFunctionsOptions options)
    {
        string?[] faults =
        [
            ServiceAddress.Fault(options.Address),
            ServiceKeys.Fault(options.ApiKey, nameof(options.ApiKey)),
            ServiceKeys.Fault(options.FunctionKey, nameof(options.FunctionKey)),
            EntraToken.Fault(options),
            Fault(options.Timeout, nameof(options.Timeout)),
            Fault(options.CheckTimeout, nameof(options.CheckTimeout)),
            options.CheckTimeout > options.Timeout ? "CheckTimeout must be at most Timeout." : null,
        ];
        return [.. faults.OfType<string>()];
    }

    private static string? Fault(TimeSpan time, string setting) =>
        time > TimeSpan.Zero && time <= TimeSpan.FromHours(1)
            ? null
            : $"{setting} must be above 0 and at most an hour.";
}
