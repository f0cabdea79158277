using TokenFunctions.Storage;

namespace TokenFunctions.Http;

/// <summary>Which source answers which route.</summary>
/// <param name="Core">The authority behind <c>/api/token</c>.</param>
/// <param name="Front">The memory behind <c>/api/cache/token</c>.</param>
public sealed record TokenSources(ITokenSource Core, ITokenSource Front)
{
    /// <summary>The clock that the times of their answers are of, where it is another one than that of this process's
    /// own store: a front has its core's; null = the same.</summary>
    public StoreClock? Clock { get; init; }
}
