using TokenFunctions.Storage.Tables;

namespace TokenFunctions.Model.Planting;

/// <summary>The faults that the model must find.</summary>
public static class Plants
{
    /// <summary>All of them, with a sort of provider at which each does harm.</summary>
    public static IReadOnlyList<(Plant Plant, RealmKind Kind)> All { get; } =
    [
        (Rows("the ETag is the only fence", BlindFence.Make), RealmKind.ReplacesAtOnce),
        (LeaseShorterThanCall, RealmKind.Independent),
        (Written("the old token goes before the new one is there", DropValue), RealmKind.Independent),
        (Seen("waiters ignore failed attempts", IgnoreFailed), RealmKind.Independent),
        (Written("the initial state is used again after a clean-up", DropState), RealmKind.RotatingSafeToRepeat),
        (new Plant("a joiner takes an older result") { Front = source => new AnyFlight(source) }, RealmKind.Independent),
        (Seen("an unanswered call is taken for an unsent one", row => Alteration.Without(row, "sent_at")), RealmKind.ReplacesAtOnce),
        (Written("a removal starts generations anew", ResetGeneration), RealmKind.Independent),
        (Seen("a failure is not remembered", row => row.Set("failure_realm_version", -1L)), RealmKind.Independent),
        (Seen("a lease is not seen", row => Alteration.Without(row, "lease_id")), RealmKind.Independent),
        (Written("the sending is not noted", row => Alteration.Without(row, "sent_at")), RealmKind.ReplacesAtOnce),
        (new Plant("a cache knows no end") { Front = source => new LongMemory(source) }, RealmKind.Independent),
    ];

    private static Plant LeaseShorterThanCall => new("a lease is shorter than its call")
    {
        Times = times => times with
        {
            LeaseReserve = TimeSpan.FromSeconds(-1),
            ClockSlack = TimeSpan.Zero,
            SendMargin = TimeSpan.FromSeconds(-60),
        },
    };

    private static Plant Rows(string name, Func<Alteration> make) =>
        new(name) { Tables = tables => new AlteredTables(tables, make) };

    private static Plant Seen(string name, Func<Row, Row> read) => Rows(name, () => new Alteration { Read = read });

    private static Plant Written(string name, Func<Row, Row> write) => Rows(name, () => new Alteration { Write = write });

    private static Row DropValue(Row row) =>
        row.Text("lease_id") is null ? row : Alteration.Without(row, "value", "expires_at", "due_at");

    private static Row IgnoreFailed(Row row) =>
        string.Equals(row.Text("outcome"), "Failed", StringComparison.Ordinal)
            ? row.Set("outcome", "Unsent").Set("failure_secret_version", -1L)
            : row;

    private static Row DropState(Row row) =>
        row.Number("attempt") % 4 == 0 ? Alteration.Without(row, "state", "state_number") : row;

    private static Row ResetGeneration(Row row) => row.Bytes("value") is null && row.Number("generation") > 0
        ? row.Set("generation", 0L).Set("attempt", 0L)
        : row;
}
