using TokenFunctions.Storage;
using TokenFunctions.Storage.Tables;
using TokenFunctions.Storage.Vault;

namespace TokenFunctions.Telemetry;

/// <summary>How operations of stores and vaults ended, in the words of tags.</summary>
internal static class CallOutcome
{
    /// <summary>It was done.</summary>
    public const string Ok = "ok";

    /// <summary>There is no such row or value.</summary>
    public const string Missing = "missing";

    /// <summary>Somebody else wrote first.</summary>
    public const string Conflict = "conflict";

    /// <summary>How a write ended.</summary>
    public static string Of(WriteOutcome outcome) => outcome switch
    {
        WriteOutcome.Written => Ok,
        WriteOutcome.Missing => Missing,
        _ => Conflict,
    };

    /// <summary>Whether something was found.</summary>
    public static string Of(object? found) => found is null ? Missing : Ok;

    /// <summary>How what was thrown is told.</summary>
    public static string Of(Exception fault) => fault switch
    {
        StoreUnavailableException or VaultUnavailableException => "unavailable",
        OperationCanceledException => "canceled",
        _ => "failed",
    };

    /// <summary>Whether an operation that ended so is one that operators should know of.</summary>
    public static bool IsError(string outcome) => outcome is "unavailable" or "failed";
}
