using Microsoft.AspNetCore.Http;
using TokenFunctions.Http.Access;
using TokenFunctions.Http.Access.Limits;

namespace TokenFunctions.Http.Audit;

/// <summary>How often requests were refused because of who sent them, by source and code.</summary>
internal sealed class RefusalCounts
{
    private const int MaxEntries = 1_000;
    private readonly RecentMemory<(string? Source, string Code), long> counts = new(MaxEntries);

    /// <summary>Counts a refusal.</summary>
    /// <param name="context">The request.</param>
    /// <param name="code">The code of the problem that it is answered with.</param>
    public void Note(HttpContext context, string code) => counts.Update((context.Source(), code), count => count + 1);
}
