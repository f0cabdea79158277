using TokenFunctions.Model.Stepping;
using TokenFunctions.Tokens;

namespace TokenFunctions.Model.Acting;

/// <summary>All who want tokens, use them at once, and report those that are refused.</summary>
public sealed class Crowd(World world, Chance chance)
{
    private readonly Dictionary<TokenKey, Token> held = [];

    /// <summary>Every caller.</summary>
    public List<Caller> Callers { get; } = [];

    /// <summary>Whether nobody comes any more.</summary>
    public bool HasGone { get; private set; }

    /// <summary>Whether nobody comes by himself.</summary>
    public bool Pause { get; set; }

    /// <summary>Lets callers come, one after the other and sometimes many at once.</summary>
    public void Come()
    {
        if (Pause) return;
        var every = world.Scenario.CallersEvery.TotalSeconds;
        world.Machine.After(chance.MostlyShort(0, every * 4), null, "callers", () =>
        {
            if (Pause) return;
            var key = chance.Pick([.. world.Keys]);
            for (var n = chance.Of(0.1) ? 4 : 1; n > 0 && world.Up.Count > 0; n--) AskOne(key);
            Come();
        });
    }

    /// <summary>Nobody comes any more.</summary>
    public void Go() => HasGone = true;

    /// <summary>Asks for a living token as a plain caller who reports a token that the provider refuses.</summary>
    public Caller AskPlainly(Instance by, TokenKey key) => Start(by, new TokenRequest(key), null);

    private void AskOne(TokenKey key)
    {
        var leaveAfter = chance.Of(0.1) ? chance.MostlyShort(0, 20) : (TimeSpan?)null;
        Start(chance.Pick(world.Up), Demand(key), leaveAfter);
    }

    private TokenRequest Demand(TokenKey key)
    {
        var plain = new TokenRequest(key);
        if (!chance.Of(0.25)) return plain;
        return chance.Below(4) switch
        {
            0 when held.TryGetValue(key, out var token) => plain with { Invalid = token.Generation },
            1 => plain with { Flush = true },
            2 => plain with { MinTtl = world.Scenario.Life * 0.01 * chance.Below(110) },
            _ => plain,
        };
    }

    private Caller Start(Instance by, TokenRequest request, TimeSpan? leaveAfter)
    {
        var caller = new Caller(world, by, request);
        Callers.Add(caller);
        caller.Ask(leaveAfter, Use);
        return caller;
    }

    private void Use(Caller caller)
    {
        if (caller.Result?.Failure?.Kind == FailureKind.UnknownGeneration && !HasGone && world.Up.Count > 0)
            AskPlainly(chance.Pick(world.Up), caller.Request.Key);
        if (caller.Result is not { HasToken: true, Token: var token }) return;
        held[token.Key] = token;
        var isRefused = world.Provider.Find(token.Value.Reveal()) is not { } issue || !issue.IsAlive(world.Machine.Now);
        if (!isRefused || HasGone || !caller.Request.IsPlain || world.Up.Count == 0) return;
        world.Machine.Tell(caller.By.Owner, $"{token.Value.Reveal()} is refused by the provider's API");
        Start(chance.Pick(world.Up), new TokenRequest(token.Key) { Invalid = token.Generation }, null);
    }
}
