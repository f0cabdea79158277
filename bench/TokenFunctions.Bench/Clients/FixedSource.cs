using System.Globalization;
using TokenFunctions.Tokens;

namespace TokenFunctions.Bench.Clients;

/// <summary>Gives each key a token of its own that lives for hours.</summary>
/// <param name="characters">How long the tokens are.</param>
internal sealed class FixedSource(int characters) : ITokenSource
{
    private int last;

    public ValueTask<TokenResult> GetAsync(TokenRequest request, CancellationToken cancellationToken)
    {
        var now = TimeProvider.System.GetUtcNow();
        var number = Interlocked.Increment(ref last);
        var token = new Token
        {
            Key = request.Key,
            Value = new SecretText(number.ToString("D10", CultureInfo.InvariantCulture).PadRight(characters, 'x')),
            IssuedAt = now,
            ExpiresAt = now.AddHours(3),
            Generation = number,
        };
        return new(TokenResult.Of(token) with
        {
            DueAt = now.AddHours(2),
            DeadAt = now.AddHours(2.5),
            RevalidateAfter = TimeSpan.FromMinutes(50),
        });
    }
}
