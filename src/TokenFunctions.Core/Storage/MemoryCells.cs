using TokenFunctions.Storage.Tables;
using TokenFunctions.Tokens;

namespace TokenFunctions.Storage;

/// <summary>What a token's row remembers of forced renewals and of notices, as cells; what is nothing has
/// none.</summary>
internal static class MemoryCells
{
    public static Row Write(Row row, TokenState state) => row
        .Set("forced_at", state.Force.At)
        .Set("forced_for", Number((long)state.Force.Cause))
        .Set("force_spent", Number((long)state.Force.Spent))
        .Set("force_streak", Number(state.Force.Streak))
        .Set("notice", state.Notice.Owed == NoticeKind.None ? null : state.Notice.Owed.ToString())
        .Set("notice_at", state.Notice.At)
        .Set("notice_not_before", state.Notice.NotBefore)
        .Set("notice_tries", Number(state.Notice.Tries))
        .Set("trouble", state.Notice.Trouble?.ToString())
        .Set("needs_person", state.NeedsPerson ? true : null);

    public static ForceMemory ReadForce(Row row) => new()
    {
        At = row.Time("forced_at"),
        Cause = (ForceCauses)(row.Number("forced_for") ?? 0),
        Spent = (ForceCauses)(row.Number("force_spent") ?? 0),
        Streak = (int)(row.Number("force_streak") ?? 0),
    };

    public static NoticeMemory ReadNotice(Row row) => new()
    {
        Owed = Enum.TryParse<NoticeKind>(row.Text("notice"), out var owed) ? owed : NoticeKind.None,
        At = row.Time("notice_at"),
        NotBefore = row.Time("notice_not_before"),
        Tries = (int)(row.Number("notice_tries") ?? 0),
        Trouble = row.Text("trouble") is { } trouble ? Kind(trouble) : null,
    };

    // A kind that a newer release wrote and this one does not know still is trouble.
    private static FailureKind Kind(string name) =>
        Enum.TryParse<FailureKind>(name, out var kind) ? kind : FailureKind.Rejected;

    private static long? Number(long value) => value == 0 ? null : value;
}
