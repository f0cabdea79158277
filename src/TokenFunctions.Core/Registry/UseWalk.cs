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

    // Of each realm that was walked to its end: how many are in a row from it on, itself included, by the longest way;
    // 0 = it is on the way just now. So each is walked once, however many ways lead there.
    private readonly Dictionary<string, int> longest = new(StringComparer.Ordinal);

    /// <summary>Whether some way was longer; beyond that bound it was not walked.</summary>
    public bool IsTooDeep { get; private set; }

    /// <summary>The realms from that one to the one that is looked for, both among them; null = no way was
    /// found.</summary>
    public Task<List<string>?> WayBackAsync(string from, CancellationToken cancellationToken) =>
        WayBackAsync(from, 1, cancellationToken);

    private async Task<List<string>?> WayBackAsync(string from, int depth, CancellationToken cancellationToken)
    {
        if (string.Equals(from, to, StringComparison.Ordinal)) return [from];
        var isKnown = longest.TryGetValue(from, out var known);
        IsTooDeep |= depth - 1 + (isKnown ? known : 1) > MaxDepth;
        if (isKnown || depth > MaxDepth) return null;
        longest[from] = 0;
        var below = 0;
        var plan = await find(from, cancellationToken);
        foreach (var use in plan?.Uses ?? [])
        {
            if (await WayBackAsync(use.Realm, depth + 1, cancellationToken) is { } rest) return [from, .. rest];
            below = Math.Max(below, longest.GetValueOrDefault(use.Realm));
        }

        longest[from] = below + 1;
        return null;
    }
}
