using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using TokenFunctions.Storage.Tables;
using TokenFunctions.Tokens;

namespace TokenFunctions.Storage;

/// <summary>Where a hint lies: partition = shard, then the minute in which the token is due, in words that sort as the
/// minutes do. All hints of a shard up to now so are one range of partitions.</summary>
internal static class DueAddress
{
    /// <summary>Over how many shards the hints are spread; each is read with a query of its own.</summary>
    public const int Shards = 16;

    // No name holds it.
    private const char Mark = '~';

    public static RowKey Of(TokenKey key, DateTimeOffset dueAt) => Of(key, Bucket(dueAt));

    public static RowKey Of(TokenKey key, string bucket) =>
        new(Prefix(ShardOf(key)) + bucket, $"{key.Realm}{Mark}{key.Key}");

    /// <summary>The token that a hint is about, and the minute under which it lies.</summary>
    public static (TokenKey Key, string Bucket) Read(RowKey address)
    {
        var cut = address.Id.IndexOf(Mark, StringComparison.Ordinal);
        var minute = address.Partition.IndexOf(Mark, StringComparison.Ordinal) + 1;
        return (new TokenKey(address.Id[..cut], address.Id[(cut + 1)..]), address.Partition[minute..]);
    }

    /// <summary>The shard's hints of all minutes up to that of <paramref name="until"/>.</summary>
    public static RowQuery UpTo(int shard, DateTimeOffset until) => new()
    {
        PartitionFrom = Prefix(shard),
        PartitionBefore = Prefix(shard) + Bucket(until + TimeSpan.FromMinutes(1)),
    };

    /// <summary>The minute as UTC text, such as <c>202601011200</c>.</summary>
    public static string Bucket(DateTimeOffset dueAt) =>
        dueAt.UtcDateTime.ToString("yyyyMMddHHmm", CultureInfo.InvariantCulture);

    private static string Prefix(int shard) => string.Create(CultureInfo.InvariantCulture, $"{shard:x2}{Mark}");

    private static int ShardOf(TokenKey key) => SHA256.HashData(Encoding.UTF8.GetBytes(key.ToString()))[0] % Shards;
}
