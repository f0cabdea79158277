namespace TokenFunctions.Http.Tests.Matrix;

/// <summary>Somebody who asks, and what must come of it.</summary>
/// <param name="Name">Who.</param>
/// <param name="Headers">What is sent to show it.</param>
internal sealed record Asker(string Name, params (string Name, string Value)[] Headers)
{
    /// <summary>With which status and code each request is refused, whatever the route needs, in that way of hosting; null = it is
    /// not.</summary>
    public Func<Hosting, (int Status, string Code)?> Refused { get; init; } = _ => null;

    /// <summary>Whether routes that serve anybody refuse it too.</summary>
    public bool IsForged { get; init; }

    /// <summary>What it may do; all verbs by default.</summary>
    public string[] Verbs { get; init; } = ["read", "flush", "status", "input", "admin"];

    public Reach Reach { get; init; } = Reach.Service;

    /// <summary>The status and, where it is refused, the code.</summary>
    public (int Status, string? Code) Expected(Hosting hosting, MatrixRoute route)
    {
        var refused = Refused(hosting);
        if (route.IsOpen && !(IsForged && refused?.Status == 400)) return (route.Served, null);
        if (refused is { } why) return why;
        return route.Allows(Verbs, Reach) ? (route.Served, null) : (403, "forbidden");
    }
}
