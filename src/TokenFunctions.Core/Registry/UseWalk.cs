using TokenFunctions.Realms;

namespace TokenFunctions.Registry;

/// <summary>One search along the uses of realms for the way back to a realm.</summary>
/// <param name="find">Gives the plan of a realm; null = there is none, or none that can be run.</param>
/// <param name="to">The realm that is looked for.</param>
internal sealed class UseWalk(Func<string, CancellationToken, Task<RealmPlan?>> find, string to)
{
    /// <summary>The most realms one after the other. An import has thousands, and each step is one of the stack, whose
    /// overflow ends the process.</summary>
    public const int MaxDepth = 32;

    private readonly HashSet<string> seen = new(StringComparer.Ordinal);

    /// <summary>Whether some way was longer, and was not walked to its end.</summary>
    public bool IsTooDeep { get; private set; }

    /// <summary>The realms from that one to the one that is looked for, both among them; null = no way was
    /// found.</summary>
    public Task<List<string>?> WayBackAsync(string from, CancellationToken cancellationToken) =>
        WayBackAsync(from, 1, cancellationToken);

    private async Task<List<string>?> WayBackAsync(string from, int depth, CancellationToken cancellationToken)
    {
        if (string.Equals(from, to, StringComparison.Ordinal)) return [from];
        if (!seen.Add(from)) return null;
        if (depth > MaxDepth)
        {
            IsTooDeep = true;
            return null;
        }

        if (await find(from, cancellationToken) is not { } plan) return null;
        foreach (var use in plan.Uses)
            if (await WayBackAsync(use.Realm, depth + 1, cancellationToken) is { } rest) return [from, .. rest];
        return null;
    }
}
