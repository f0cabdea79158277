using TokenFunctions.Storage.Tables;

namespace TokenFunctions.Http.Audit;

/// <summary>Which entries of the audit are asked for. A filter that is null lets all through.</summary>
/// <param name="From">From when on, store time.</param>
/// <param name="Before">Until before when, store time.</param>
internal sealed record AuditQuery(DateTimeOffset From, DateTimeOffset Before)
{
    private const int WholePage = 1000;

    public string? Who { get; init; }

    public string? Action { get; init; }

    public string? Realm { get; init; }

    public string? Key { get; init; }

    public string? Result { get; init; }

    /// <summary>The most entries of an answer.</summary>
    public int PageSize { get; init; } = 20;

    /// <summary>Where an earlier answer ended; null = from the newest entry on.</summary>
    public AuditMark? After { get; init; }

    /// <summary>The day at which the reading begins.</summary>
    public DateOnly FirstDay => After is { } mark && mark.Day < DayOf(Before) ? mark.Day : DayOf(Before);

    /// <summary>The oldest day that is read.</summary>
    public DateOnly LastDay => DayOf(From);

    private bool HasFilter => (Who ?? Action ?? Realm ?? Key ?? Result) is not null;

    /// <summary>Whether no filter speaks against the entry.</summary>
    public bool Matches(AuditEntry entry) =>
        IsOne(Who, entry.Who) && IsOne(Action, entry.Deed.Action) && IsOne(Realm, entry.Deed.Realm)
        && IsOne(Key, entry.Deed.Key) && IsOne(Result, entry.Result);

    /// <summary>The rows of a day that lie in the time that is asked for, behind <see cref="After"/>.</summary>
    public RowQuery RowsOf(DateOnly day)
    {
        var newest = AuditRow.Behind(Before);
        // The first id that comes behind the mark's: no character of an address is smaller.
        var next = After is { Id: { } id } mark && mark.Day == day ? id + '!' : newest;
        return new RowQuery
        {
            Partition = AuditRow.DayOf(new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero)),
            From = string.CompareOrdinal(next, newest) > 0 ? next : newest,
            Before = AuditRow.Behind(From),
            PageSize = HasFilter ? WholePage : PageSize,
        };
    }

    private static bool IsOne(string? wanted, string? value) =>
        wanted is null || string.Equals(wanted, value, StringComparison.Ordinal);

    private static DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(at.UtcDateTime);
}
