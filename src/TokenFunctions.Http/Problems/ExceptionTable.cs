using Microsoft.AspNetCore.Http;
using TokenFunctions.Storage;
using TokenFunctions.Storage.Formats;
using TokenFunctions.Storage.Sealing;
using TokenFunctions.Storage.Tables;
using TokenFunctions.Storage.Vault;
using TokenFunctions.Tokens;

namespace TokenFunctions.Http.Problems;

/// <summary>The only place where an exception becomes a problem. No message of an exception is shown: it might hold
/// anything.</summary>
internal static class ExceptionTable
{
    public static readonly Problem Unexpected =
        new(500, "internal_error",
            "The service failed in an unexpected way. Ask again; if it stays, look for this time in its log.");

    /// <summary>The problem of an exception that is known; null = nobody foresaw it.</summary>
    public static Problem? Find(Exception exception) => exception switch
    {
        RowFormatException => FailureTable.Problem(FailureKind.StoreUnavailable,
            "A stored row was written by a release that is too new for this one, and it was left as it is;"
                + " run a newer release."),
        StoreUnavailableException => FailureTable.Problem(FailureKind.StoreUnavailable,
            "The store does not answer; whether a change took effect is not known, so read before asking again."),
        VaultUnavailableException => FailureTable.Problem(FailureKind.VaultUnavailable,
            "The vault does not answer or refuses; whether a change took effect is not known,"
                + " so read before asking again."),
        SealBrokenException { Fault: SealFault.UnknownKey } => FailureTable.Problem(FailureKind.SealingKeyUnknown,
            "A stored value was sealed with a key that the app does not have."),
        SealBrokenException => FailureTable.Problem(FailureKind.SealBroken,
            "A stored value was changed or moved since it was sealed."),
        RowTooLargeException => new(413, "row_too_large",
            "This is larger than the store can hold, and nothing was stored; make it shorter."),
        BadHttpRequestException bad => Unreadable(bad.StatusCode),
        _ => null,
    };

    private static Problem Unreadable(int status) => status switch
    {
        StatusCodes.Status413PayloadTooLarge => InputProblem.BodyTooLarge(),
        StatusCodes.Status408RequestTimeout => new(408, "request_timeout", "The body came too slowly; send it again."),
        _ => InputProblem.UnreadableBody(),
    };
}
