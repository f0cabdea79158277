using System.Globalization;
using Azure;
using Azure.Identity;
using TokenFunctions.Storage;

namespace TokenFunctions.AzureStorage;

/// <summary>The sentences for what goes wrong with the Table service. None holds a key, a
/// signature or a token.</summary>
internal static class TableFailure
{
    public static bool IsOfStore(Exception e, CancellationToken caller) => e switch
    {
        OperationCanceledException => !caller.IsCancellationRequested,
        AggregateException many => many.InnerExceptions.All(one => IsOfStore(one, caller)),
        RequestFailedException or AuthenticationFailedException or HttpRequestException or IOException => true,
        _ => false,
    };

    public static StoreUnavailableException Unanswered(string host, Exception cause) =>
        cause is AuthenticationFailedException
            ? new($"No token for the storage account at {host} could be had:"
                + " check that the identity of this program exists and may sign in.", cause)
            : new($"The storage account at {host} does not answer:"
                + " check its address, its firewall and the network.", cause);

    public static StoreUnavailableException Refused(string host, TableAnswer answer) => new(answer.Status switch
    {
        401 or 403 =>
            $"The storage account at {host} refused the credential ({Code(answer)}): check the account key, the shared"
            + " access signature and its end, or the identity's role Storage Table Data Contributor, and the account's"
            + " firewall.",
        429 or 503 => $"The storage account at {host} is overloaded ({Code(answer)}): try again later.",
        >= 500 or 408 => $"The storage account at {host} failed ({Code(answer)}): try again later.",
        _ =>
            $"The storage account at {host} refused the request ({Code(answer)}):"
            + " check that the address is that of a Table service.",
    });

    public static StoreUnavailableException Unreadable(Exception cause) => new(
        "The store's answer cannot be read: check that the address is that of a Table service.", cause);

    // An answer may come from anything between us and the store, so only what looks like a code is shown.
    private static string Code(TableAnswer answer) =>
        answer.ErrorCode() is { Length: > 0 and <= 64 } code && code.All(char.IsAsciiLetterOrDigit)
            ? $"{answer.Status.ToString(CultureInfo.InvariantCulture)} {code}"
            : answer.Status.ToString(CultureInfo.InvariantCulture);
}
