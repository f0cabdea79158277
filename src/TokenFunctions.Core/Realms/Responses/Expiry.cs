using TokenFunctions.Realms.Paths;

namespace TokenFunctions.Realms.Responses;

/// <summary>Reads how long a token lives: by its life, its end, its own <c>exp</c>, or what is usual.</summary>
/// <param name="plan">Where to look.</param>
/// <param name="body">The answer; <see cref="AnswerBody.None"/> when nobody was asked.</param>
/// <param name="now">The time just before the request was sent.</param>
internal sealed class Expiry(LifePlan plan, AnswerBody body, DateTimeOffset now)
{
    private const decimal MaxUnits = 1e15m;
    private const string MaxMember = "response.max_ttl_sec";

    // More is a provider's mistake: milliseconds or an instant where seconds were meant.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(36_525);

    /// <summary>The life of the token.</summary>
    /// <param name="tokens">The token as it is handed out and as it was found: texts that may be a JWT.</param>
    public LifeReading Read(params ReadOnlySpan<string?> tokens)
    {
        var reading = ByLife() ?? ByEnd() ?? ByJwt(tokens) ?? ByDefault();
        if (reading is null) return plan.IsDemanded ? LifeReading.Failed(Missing()) : Cap(LifeReading.Endless);
        return reading.Fault is null ? Cap(reading) : reading;
    }

    private LifeReading? ByLife()
    {
        var text = plan.ExpiresIn?.Find(body)?.Text;
        if (NumberText.Read(text) is not { } number) return null;
        // Held to what can be multiplied; all beyond is out of range all the same.
        var ticks = Math.Clamp(number, -1, MaxUnits) * plan.Unit.Ticks;
        return ticks > 0 && ticks <= Longest.Ticks
            ? Until(Issued() + TimeSpan.FromTicks((long)ticks), "expires_in_path", plan.ExpiresIn!.InWords)
            : OutOfRange(plan.ExpiresIn!.InWords);
    }

    private LifeReading? ByEnd() =>
        plan.ExpiresAt is { } paths && Instant(paths, plan.ExpiresAtFormat) is { } end
            ? Until(end, "response.expires_at_path", paths.InWords)
            : null;

    private LifeReading? ByJwt(ReadOnlySpan<string?> tokens)
    {
        if (!plan.FromJwt) return null;
        foreach (var token in tokens)
            if (token is not null && JwtExpiry.Read(token) is { } end)
                return Until(end, "response.expires_from_jwt", "`exp` in it");
        return null;
    }

    private LifeReading? ByDefault() => plan.DefaultTtl is { } usual
        ? Until(Issued() + usual, "response.default_ttl_sec", plan.IssuedAt?.InWords ?? "")
        : null;

    private LifeReading Until(DateTimeOffset end, string rule, string place)
    {
        var life = end - now;
        if (life <= TimeSpan.Zero) return LifeReading.Failed($"The answer's token ended already, by {place}.");
        return life <= Longest ? new(life, rule, null) : OutOfRange(place);
    }

    private LifeReading Cap(LifeReading reading)
    {
        if (plan.MaxTtl is not { } most || reading.Life <= most) return reading;
        return new(most, reading.Rule is null ? MaxMember : $"{reading.Rule}, {MaxMember}", null);
    }

    // Clocks differ: an instant in the future would make the token live longer than it does.
    private DateTimeOffset Issued() =>
        plan.IssuedAt is { } paths && Instant(paths, plan.IssuedAtFormat) is { } issued && issued < now ? issued : now;

    private DateTimeOffset? Instant(PathList paths, InstantFormat format) =>
        paths.Find(body) is { } found ? format.Read(found.Text) : null;

    private static LifeReading OutOfRange(string place) => LifeReading.Failed(
        $"The answer's life of the token at {place} is not between 0 seconds and 100 years.");

    private string Missing()
    {
        List<(string Member, string Place)> tried = [];
        if (plan.ExpiresIn is { } life) tried.Add(("`expires_in_path`", life.InWords));
        if (plan.ExpiresAt is { } end) tried.Add(("`response.expires_at_path`", end.InWords));
        if (plan.FromJwt) tried.Add(("`response.expires_from_jwt`", "`exp` of a JWT"));
        return $"The answer holds no readable life of the token at {string.Join(" or ", tried.Select(t => t.Place))};"
            + $" correct {string.Join(" or ", tried.Select(t => t.Member))} or give `response.default_ttl_sec`.";
    }
}
