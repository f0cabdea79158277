using System.Collections.Concurrent;
using TokenFunctions.Realms;
using TokenFunctions.Tokens;

namespace TokenFunctions.Client.Tests.Attaching.Doubles;

/// <summary>Hands out <c>t1</c>, and the next one each time the newest one is reported.</summary>
internal sealed class CountedSource(AttachRule? attach = null) : ITokenSource
{
    private readonly Lock gate = new();
    private readonly ConcurrentQueue<TokenRequest> requests = new();
    private long generation = 1;

    /// <summary>Makes the value of a generation.</summary>
    public Func<long, string> Value { get; init; } = generation => $"t{generation}";

    /// <summary>Why there is no token; null = there is one.</summary>
    public TokenFailure? Failure { get; set; }

    /// <summary>Why no newer token comes; null = one comes.</summary>
    public TokenFailure? RenewalFailure { get; set; }

    /// <summary>Whether a report brings the same token again.</summary>
    public bool NeverRenews { get; set; }

    public int Renewals { get; private set; }

    public IReadOnlyList<TokenRequest> Requests => [.. requests];

    public IReadOnlyList<long> Reports => [.. requests.Select(request => request.Invalid).OfType<long>()];

    public async ValueTask<TokenResult> GetAsync(TokenRequest request, CancellationToken cancellationToken)
    {
        requests.Enqueue(request);
        await Task.Yield();
        lock (gate)
        {
            if (Failure is not null) return TokenResult.Of(Failure);
            if (request.Invalid == generation && !NeverRenews)
            {
                if (RenewalFailure is not null) return TokenResult.Of(RenewalFailure);
                generation++;
                Renewals++;
            }
            return TokenResult.Of(Make(request.Key)) with { Attach = attach, RevalidateAfter = TimeSpan.FromMinutes(1) };
        }
    }

    private Token Make(TokenKey key) => new()
    {
        Key = key,
        Value = new(Value(generation)),
        IssuedAt = TimeProvider.System.GetUtcNow(),
        ExpiresAt = TimeProvider.System.GetUtcNow() + TimeSpan.FromHours(1),
        Generation = generation,
    };
}
