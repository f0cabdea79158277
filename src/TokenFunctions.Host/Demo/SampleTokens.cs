using System.Security.Cryptography;

namespace TokenFunctions.Host.Demo;

/// <summary>The tokens of the sample provider: a new one ends the one before it after an
/// overlap, as at WeChat.</summary>
public sealed class SampleTokens(TimeProvider time, TimeSpan life, TimeSpan overlap)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, DateTimeOffset> ends = new(StringComparer.Ordinal);
    private string? newest;

    /// <summary>How long a token lives, in whole seconds.</summary>
    public int LifeSeconds => (int)life.TotalSeconds;

    /// <summary>Issues a token; the one before it lives on for the overlap.</summary>
    public string Issue()
    {
        var token = $"sample-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24))}";
        lock (gate)
        {
            var now = time.GetUtcNow();
            foreach (var gone in ends.Where(e => e.Value <= now).Select(e => e.Key).ToList()) ends.Remove(gone);
            if (newest is not null && ends.TryGetValue(newest, out var end) && end > now + overlap)
                ends[newest] = now + overlap;
            ends[token] = now + life;
            newest = token;
        }

        return token;
    }

    /// <summary>Whether the token works now.</summary>
    public bool IsAlive(string? token)
    {
        lock (gate) return token is not null && ends.TryGetValue(token, out var end) && end > time.GetUtcNow();
    }
}
