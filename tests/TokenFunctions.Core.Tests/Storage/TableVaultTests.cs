using System.Text;
using TokenFunctions.Storage;
using TokenFunctions.Storage.Memory;
using TokenFunctions.Storage.Sealing;
using TokenFunctions.Storage.Tables;
using TokenFunctions.Storage.Vault;
using TokenFunctions.Testing;

namespace TokenFunctions.Core.Tests.Storage;

public sealed class TableVaultTests
{
    private const string Document = """{"key_1":"top-secret-value","key_2":"令牌"}""";
    private readonly MemoryTable table = new();
    private readonly ManualTime time = new();
    private readonly TableVault vault;

    public TableVaultTests() => vault = new TableVault(
        table, new Sealer(new FixedSealingKeys(new SealingKey("k", SealingKey.NewBytes()))), new StoreClock(time));

    private static CancellationToken None => CancellationToken.None;

    [Fact]
    public async Task Every_version_that_was_written_can_be_read()
    {
        var (first, second) = (await vault.WriteAsync("doc", Document, None), await vault.WriteAsync("doc", "{}", None));
        Assert.Equal(Document, await vault.ReadAsync("doc", first, None));
        Assert.Equal("{}", await vault.ReadAsync("doc", second, None));
        Assert.Null(await vault.ReadAsync("doc", "0123", None));
        Assert.Null(await vault.ReadAsync("other", first, None));
    }

    [Fact]
    public async Task Nothing_in_the_row_tells_the_document()
    {
        await vault.WriteAsync("doc", Document, None);
        var row = Assert.Single((await table.QueryAsync(new RowQuery(), null, None)).Rows);
        var raw = string.Concat(row.Cells.Select(c => c.Key + (c.Value is byte[] b ? Encoding.Latin1.GetString(b) + Convert.ToBase64String(b) : $"{c.Value}")));
        foreach (var part in new[] { "top-secret-value", "key_1", "key_2", "令牌" })
            Assert.DoesNotContain(part, raw, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_that_was_moved_to_another_row_does_not_open()
    {
        var version = await vault.WriteAsync("doc", Document, None);
        var row = await table.GetAsync(new RowKey("doc", version), None);
        await table.InsertAsync(new Row(new RowKey("other", version)).Set("document", row!.Bytes("document")), None);
        await Assert.ThrowsAsync<SealBrokenException>(() => vault.ReadAsync("other", version, None));
    }

    [Fact]
    public async Task Removing_takes_all_versions_of_that_name_and_no_other()
    {
        var kept = await vault.WriteAsync("doc2", Document, None);
        for (var i = 0; i < 5; i++) await vault.WriteAsync("doc", Document, None);
        await vault.RemoveAsync("doc", None);
        await vault.RemoveAsync("never", None);
        Assert.Equal(kept, Assert.Single((await table.QueryAsync(new RowQuery(), null, None)).Rows).Key.Id);
    }

    [Fact]
    public async Task A_largest_document_fits()
    {
        var document = new string('令', IVault.MaxDocument);
        Assert.Equal(document, await vault.ReadAsync("doc", await vault.WriteAsync("doc", document, None), None));
    }

    [Fact]
    public async Task Foreign_secrets_cannot_be_followed()
    {
        var address = new Uri("https://a.vault.azure.net/secrets/name");
        Assert.False(vault.CanFollow(address));
        await Assert.ThrowsAsync<VaultUnavailableException>(() => vault.FollowAsync(address, None));
    }

    [Fact]
    public async Task Old_versions_go_after_an_hour_but_for_the_newest_ones()
    {
        var versions = new List<string>();
        for (var i = 0; i < 6; i++)
        {
            versions.Add(await vault.WriteAsync("doc", Document, None));
            time.Advance(TimeSpan.FromMinutes(20));
        }

        time.Advance(TimeSpan.FromHours(1));
        var newest = await vault.WriteAsync("doc", Document, None);

        Assert.Null(await vault.ReadAsync("doc", versions[0], None));
        Assert.NotNull(await vault.ReadAsync("doc", versions[^1], None));
        Assert.NotNull(await vault.ReadAsync("doc", newest, None));
    }
}
