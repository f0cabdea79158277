using TokenFunctions.Storage.Tables;
using TokenFunctions.Testing;

namespace TokenFunctions.Core.Tests.Storage.Faults;

/// <summary>The contract is worth what it catches: each planted fault must make the named check fail.</summary>
public sealed class PlantedFaultTests
{
    private static readonly Dictionary<string, (Func<ITable, ITable> Plant, string CaughtBy)> Faults = new(StringComparer.Ordinal)
    {
        [nameof(ReplaceIgnoresETag)] = (t => new ReplaceIgnoresETag(t), nameof(TableContract.A_changed_row_is_not_replaced)),
        [nameof(ReplaceMerges)] = (t => new ReplaceMerges(t), nameof(TableContract.Replacing_leaves_none_of_the_old_cells)),
        [nameof(ReplaceMakesMissing)] = (t => new ReplaceMakesMissing(t), nameof(TableContract.A_missing_row_is_not_replaced)),
        [nameof(ReplaceChecksThenWrites)] = (t => new ReplaceChecksThenWrites(t), nameof(TableContract.Of_many_replaces_of_one_version_exactly_one_is_written)),
        [nameof(InsertOverwrites)] = (t => new InsertOverwrites(t), nameof(TableContract.Inserting_an_existing_row_changes_nothing)),
        [nameof(DeleteIgnoresETag)] = (t => new DeleteIgnoresETag(t), nameof(TableContract.A_changed_row_is_not_deleted)),
        [nameof(MissingReportedAsChanged)] = (t => new MissingReportedAsChanged(t), nameof(TableContract.A_missing_row_is_not_replaced)),
        [nameof(PageDropsLastRow)] = (t => new PageDropsLastRow(t), nameof(TableContract.Pages_hold_all_rows_once_over_partitions)),
        [nameof(ContinuationLost)] = (t => new ContinuationLost(t), nameof(TableContract.Pages_hold_all_rows_once_over_partitions)),
        [nameof(ContinuationIsOffset)] = (t => new ContinuationIsOffset(t), nameof(TableContract.Rows_that_go_between_two_pages_hide_no_others)),
        [nameof(RangeIncludesItsEnd)] = (t => new RangeIncludesItsEnd(t), nameof(TableContract.A_range_includes_its_first_id_and_excludes_its_end)),
        [nameof(PartitionRangeIncludesItsEnd)] = (t => new PartitionRangeIncludesItsEnd(t), nameof(TableContract.A_range_of_partitions_includes_its_first_and_excludes_its_end)),
        [nameof(PartitionRangeForgotten)] = (t => new PartitionRangeForgotten(t), nameof(TableContract.A_range_of_partitions_is_paged_and_narrowed_like_any_query)),
        [nameof(OrderIgnoresCase)] = (t => new OrderIgnoresCase(t), nameof(TableContract.Rows_come_in_ordinal_order_and_upper_and_lower_case_differ)),
        [nameof(LongTextCut)] = (t => new LongTextCut(t), nameof(TableContract.Long_texts_survive_and_can_become_short)),
        [nameof(TimesCutToMilliseconds)] = (t => new TimesCutToMilliseconds(t), nameof(TableContract.Times_survive_to_100_ns)),
        [nameof(ETagIsOfContent)] = (t => new ETagIsOfContent(t), nameof(TableContract.A_version_is_never_used_twice)),
        [nameof(UpsertKeepsETag)] = (t => new UpsertKeepsETag(t), nameof(TableContract.Upsert_writes_whether_the_row_exists_or_not)),
        [nameof(RowsAreShared)] = (t => new RowsAreShared(t), nameof(TableContract.A_row_that_was_read_or_written_is_apart_from_the_store)),
        [nameof(LimitsIgnored)] = (t => new LimitsIgnored(t), nameof(TableContract.A_row_at_the_limit_passes_and_one_above_it_is_refused)),
    };

    public static TheoryData<string> Names => [.. Faults.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_contract_catches(string fault)
    {
        var (plant, caughtBy) = Faults[fault];
        Assert.Contains(caughtBy, await ContractRun.FailingAsync(plant));
    }

    [Fact]
    public async Task The_contract_passes_a_table_without_a_fault()
    {
        Assert.Empty(await ContractRun.FailingAsync(t => t));
        Assert.True(ContractRun.Checks.Count > 30);
    }
}
