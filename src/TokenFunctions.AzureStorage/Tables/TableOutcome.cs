using System.Net;
using TokenFunctions.Storage.Tables;

namespace TokenFunctions.AzureStorage;

/// <summary>What the answers to writes mean (learn.microsoft.com, "Table service error codes"); null = the answer is no
/// outcome of the write, but a refusal.</summary>
internal static class TableOutcome
{
    public static WriteOutcome? OfInsert(TableAnswer answer) => Status(answer) switch
    {
        HttpStatusCode.Created or HttpStatusCode.NoContent => WriteOutcome.Written,
        HttpStatusCode.Conflict when answer.Is("EntityAlreadyExists") => WriteOutcome.Exists,
        _ => null,
    };

    public static WriteOutcome? OfReplace(TableAnswer answer) => Status(answer) switch
    {
        HttpStatusCode.NoContent => WriteOutcome.Written,
        HttpStatusCode.PreconditionFailed => WriteOutcome.Changed,
        HttpStatusCode.NotFound => WriteOutcome.Missing,
        _ => null,
    };

    public static WriteOutcome? OfDelete(TableAnswer answer) => Status(answer) switch
    {
        HttpStatusCode.NoContent => WriteOutcome.Written,
        // The answer of an earlier try was lost; the row is gone, as was asked.
        HttpStatusCode.NotFound when answer.WasRetried => WriteOutcome.Written,
        HttpStatusCode.NotFound => WriteOutcome.Missing,
        HttpStatusCode.PreconditionFailed => WriteOutcome.Changed,
        _ => null,
    };

    /// <summary>Whether the write has to wait for its table to be made.</summary>
    public static bool NeedsTable(TableAnswer answer) =>
        Status(answer) == HttpStatusCode.NotFound && answer.Is("TableNotFound");

    /// <summary>Whether the table is there now, whoever made it.</summary>
    public static bool HasTable(TableAnswer answer) =>
        Status(answer) is HttpStatusCode.Created or HttpStatusCode.NoContent || answer.Is("TableAlreadyExists");

    private static HttpStatusCode Status(TableAnswer answer) => (HttpStatusCode)answer.Status;
}
