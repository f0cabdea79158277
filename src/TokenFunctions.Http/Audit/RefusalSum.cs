namespace TokenFunctions.Http.Audit;

/// <summary>How often requests of one source were refused with one code in one minute.</summary>
/// <param name="minute">The minute's beginning, store time.</param>
/// <param name="source">The address, or what stands for several.</param>
/// <param name="code">The code of the problem that was answered.</param>
internal sealed class RefusalSum(DateTimeOffset minute, string source, string code)
{
    public DateTimeOffset Minute => minute;

    public string Source => source;

    public string Code => code;

    /// <summary>How often.</summary>
    public long Count { get; set; }

    /// <summary>How many of them the audit knows of.</summary>
    public long Written { get; set; }
}
