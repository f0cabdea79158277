using TokenFunctions.Storage;

namespace TokenFunctions.Http.Audit;

/// <summary>Reads the audit from the newest entry backwards. Stores find rows by time only, so filters look at each
/// entry: what one request may look at is bounded, and the next one goes on there.</summary>
internal sealed class AuditReader(AuditStore store)
{
    /// <summary>How many entries one request looks at.</summary>
    public const int MostLooked = 5000;

    /// <summary>How many days one request looks at, also empty ones.</summary>
    public const int MostDays = 100;

    /// <summary>The next entries that are asked for.</summary>
    /// <exception cref="StoreUnavailableException">The store does not answer.</exception>
    public async Task<AuditPage> ReadAsync(AuditQuery query, CancellationToken cancellationToken)
    {
        var found = new List<AuditEntry>();
        var looked = 0;
        if (query.FirstDay < query.LastDay) return new AuditPage(found, null);
        var end = query.FirstDay.AddDays(-MostDays);
        for (var day = query.FirstDay; day >= query.LastDay; day = day.AddDays(-1))
        {
            if (day == end) return new AuditPage(found, new AuditMark(day, null));
            await foreach (var row in store.ReadAsync(query.RowsOf(day), cancellationToken))
            {
                looked++;
                var entry = AuditRow.Read(row);
                if (query.Matches(entry)) found.Add(entry);
                if (found.Count == query.PageSize || looked == MostLooked)
                    return new AuditPage(found, new AuditMark(day, row.Key.Id));
            }
        }

        return new AuditPage(found, null);
    }
}
