using System.Globalization;
using TokenFunctions.Storage.Tables;

namespace TokenFunctions.Model.Storing;

/// <summary>Rows in traces.</summary>
internal static class RowText
{
    /// <summary>Where a row is. Names in the vault are random, so they are left out: a seed has one trace.</summary>
    public static string Of(string table, RowKey key) =>
        string.Equals(table, "vault", StringComparison.Ordinal) ? table : $"{table}/{key.Id}";

    /// <summary>What a row is about.</summary>
    public static string Of(string table, Row row) => string.Equals(table, "tokens", StringComparison.Ordinal)
        ? $"{Of(table, row.Key)} {Of(row)}"
        : Of(table, row.Key);

    /// <summary>The cells of a token's row that the flow turns on.</summary>
    public static string Of(Row row) => row.Number("generation") is null ? "a row" : string.Create(
        CultureInfo.InvariantCulture,
        $"[generation {row.Number("generation")} attempt {row.Number("attempt")} {row.Text("outcome")}"
        + $" lease {row.Text("lease_id")?[..4] ?? "-"} sent {row.Time("sent_at"):mm:ss.f} due {row.Time("due_at"):mm:ss}"
        + $" end {row.Time("expires_at"):mm:ss} suspect {row.Number("suspect_attempt")}"
        + $" retry {row.Time("failure_retry_at"):mm:ss.fff}"
        + $" state {row.Number("state_number")} doubt {row.Time("uncertain_since"):mm:ss}]");
}
