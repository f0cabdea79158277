using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using TokenFunctions.Storage.Tables;

namespace TokenFunctions.NextRelease;

/// <summary>The format after this release's, as it may be: it adds to every row a cell that nothing else tells, and one that
/// follows from the others.</summary>
internal static class NextFormat
{
    public const long Number = 2;

    /// <summary>A text that a row gets when it is made, and keeps.</summary>
    public const string Born = "next_born";

    /// <summary>The hash of all other cells.</summary>
    public const string Sum = "next_sum";

    private const string WrittenAs = "written_as";

    /// <summary>Puts the format under the app: what it writes is of that format.</summary>
    public static void PutUnder(IServiceCollection services)
    {
        var store = services.Last(service => service.ServiceType == typeof(ITables));
        services.Remove(store);
        services.AddSingleton<ITables>(s => new NextTables((ITables)store.ImplementationFactory!(s)));
    }

    /// <summary>The row as the next release writes it.</summary>
    /// <param name="row">The row as this release writes it.</param>
    /// <param name="born">What it got when it was made; null = the row says so itself, or is made just now.</param>
    public static Row Raise(Row row, string? born = null)
    {
        var next = row.WithETag(row.ETag).Set("v", Number).Set(WrittenAs, (string?)null).Set(Sum, (string?)null);
        if (next.Text(Born) is null) next.Set(Born, born ?? Guid.NewGuid().ToString("N"));
        return next.Set(Sum, SumOf(next));
    }

    /// <summary>The row as it was read, if it is sound: what an older release has changed says so.</summary>
    public static Row Check(Row row)
    {
        var isOwn = row.Number("v") == Number && row.Number(WrittenAs) is null;
        if (isOwn && !string.Equals(row.Text(Sum), SumOf(row), StringComparison.Ordinal))
            throw new InvalidOperationException("An older release changed a row and did not say so.");
        return row;
    }

    private static string SumOf(Row row)
    {
        var cells = row.Cells.Where(cell => cell.Key != Sum).Select(cell => FormattableString.Invariant($"{cell.Key}={Text(cell.Value)}"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', cells))));
    }

    private static object Text(object value) => value switch
    {
        byte[] bytes => Convert.ToBase64String(bytes),
        DateTimeOffset time => time.UtcTicks,
        double real => BitConverter.DoubleToInt64Bits(real),
        _ => value,
    };
}
