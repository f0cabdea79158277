using TokenFunctions.Storage.Tables;
using TokenFunctions.Tokens;

namespace TokenFunctions.Storage;

/// <summary>The failure of the last attempt, as cells of a token's row.</summary>
internal static class FailureCells
{
    public static Row Write(Row row, TokenState state) => state.Failure is not { } failure ? row : row
        .Set("failure_kind", failure.Kind.ToString())
        .Set("failure_detail", failure.Detail)
        .Set("failure_code", failure.UpstreamCode)
        .Set("failure_message", failure.UpstreamMessage)
        .Set("failure_at", failure.At)
        .Set("failure_retry_at", failure.RetryAt)
        .Set("failure_count", (long)state.FailureCount)
        .Set("failure_realm_version", state.FailureRealmVersion)
        .Set("failure_secret_version", state.FailureSecretVersion);

    public static TokenFailure? Read(Row row)
    {
        if (row.Text("failure_kind") is not { } name) return null;
        // A kind that a newer release wrote and this one does not know still is a refusal.
        if (!Enum.TryParse<FailureKind>(name, out var kind)) kind = FailureKind.Rejected;
        return new TokenFailure(kind, row.Text("failure_detail") ?? "")
        {
            UpstreamCode = row.Text("failure_code"),
            UpstreamMessage = row.Text("failure_message"),
            At = row.Time("failure_at"),
            RetryAt = row.Time("failure_retry_at"),
        };
    }
}
