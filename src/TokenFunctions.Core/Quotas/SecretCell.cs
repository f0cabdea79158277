namespace TokenFunctions.Quotas;

/// <summary>The cell of a token's row that counts the calls of its secret:
/// <c>86400a=1767268800001*3 27000;86400f!=1767268800001</c> has the tallies of two limits; <c>!</c> marks those whose
/// last call is the one of the lease.</summary>
internal static class SecretCell
{
    private const int MaxLength = 32_000;
    private const char Open = '!';

    /// <summary>Reads the cell; what is broken in it counts as empty.</summary>
    public static IReadOnlyList<SecretTally> Read(string? cell) => cell is null || cell.Length > MaxLength
        ? []
        : [.. cell.Split(';').Select(One).OfType<SecretTally>().DistinctBy(tally => tally.Id)];

    /// <summary>Writes the cell; null = there is nothing to keep.</summary>
    public static string? Write(IEnumerable<SecretTally> tallies)
    {
        var kept = tallies.Where(tally => tally.Calls.Entries.Count > 0)
            .Select(tally => $"{tally.Id}{(tally.IsOpen ? "!" : "")}={TallyText.Write(tally.Calls)}");
        var cell = string.Join(';', kept);
        return cell.Length == 0 ? null : cell;
    }

    private static SecretTally? One(string text)
    {
        var mark = text.IndexOf('=', StringComparison.Ordinal);
        if (mark < 1) return null;
        var isOpen = text[mark - 1] == Open;
        var id = LimitId.Parse(text.AsSpan(0, isOpen ? mark - 1 : mark));
        return id is null ? null : new SecretTally(id.Value, TallyText.Read(text.AsSpan(mark + 1)), isOpen);
    }
}
