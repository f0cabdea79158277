using TokenFunctions.Activities;
using TokenFunctions.Storage;
using TokenFunctions.Storage.Formats;
using TokenFunctions.Storage.Tables;

namespace TokenFunctions.Http.Activities;

/// <summary>What all processes asked of providers lately, in the table <c>activity</c>.</summary>
public sealed class ActivityStore(ITables tables)
{
    /// <summary>The table's name.</summary>
    public const string TableName = "activity";

    private readonly ITable table = tables.Open(TableName);

    /// <summary>Writes what a process asked in ten minutes, in place of what it wrote of them before.</summary>
    /// <param name="sum">All of it.</param>
    /// <param name="process">What names the process among all others, of now and of before.</param>
    /// <param name="cancellationToken">Ends the attempt to write.</param>
    /// <exception cref="StoreUnavailableException">The store does not answer; so it is with every member.</exception>
    public Task SaveAsync(ActivitySum sum, string process, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(sum);
        return table.PutAsync(ActivityRow.Of(sum, process), cancellationToken);
    }

    /// <summary>What the other processes asked from a time on, each for itself.</summary>
    /// <param name="from">When the first of the ten minutes begin.</param>
    /// <param name="process">The process that is left out.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<IReadOnlyList<ActivitySum>> ReadOthersAsync(
        DateTimeOffset from, string process, CancellationToken cancellationToken)
    {
        var sums = new List<ActivitySum>();
        var query = new RowQuery { PartitionFrom = ActivityRow.PartitionOf(from) };
        await foreach (var row in table.ReadAllAsync(query, cancellationToken))
        {
            var isOwn = string.Equals(row.Key.Id, process, StringComparison.Ordinal);
            if (!isOwn) sums.Add(ActivityRow.Read(row.Readable()));
        }

        return sums;
    }

    /// <summary>Removes what lies before a time.</summary>
    /// <param name="at">When the first ten minutes begin that stay.</param>
    /// <param name="cancellationToken">Ends the removal; the next call goes on.</param>
    /// <returns>How many rows were removed.</returns>
    public async Task<int> RemoveBeforeAsync(DateTimeOffset at, CancellationToken cancellationToken)
    {
        var removed = 0;
        var query = new RowQuery { PartitionBefore = ActivityRow.PartitionOf(at) };
        await foreach (var row in table.ReadAllAsync(query, cancellationToken))
            if (await table.DeleteAsync(row.Key, row.ETag!, cancellationToken) == WriteOutcome.Written) removed++;
        return removed;
    }
}
