namespace TokenFunctions.Storage.Tables;

/// <summary>The continuation of stores that page by address: the last address of a page. Rows that come or go between
/// two pages neither repeat nor hide others.</summary>
public static class PageMark
{
    // No part of an address may hold a space.
    private const char Between = ' ';

    /// <summary>The continuation after the row <paramref name="last"/>.</summary>
    public static string After(RowKey last) => last.Partition + Between + last.Id;

    /// <summary>The address that a continuation stands behind; null = from the first row.</summary>
    /// <exception cref="ArgumentException">It is not the continuation of such a store.</exception>
    public static RowKey? Read(string? continuation)
    {
        if (continuation is null) return null;
        var cut = continuation.IndexOf(Between, StringComparison.Ordinal);
        if (cut <= 0)
            throw new ArgumentException("The continuation does not come from this store.", nameof(continuation));
        return new RowKey(continuation[..cut], continuation[(cut + 1)..]);
    }
}
