using System.Globalization;
using TokenFunctions.Tokens;

namespace TokenFunctions.Sample;

/// <summary>Passes tokens on, and prints what happened whenever there is a newer one.</summary>
internal sealed class WatchedTokens(ITokenSource tokens, TextWriter output, TimeProvider time) : ITokenSource
{
    private readonly Lock gate = new();
    private long newest;
    private long seenAt;

    /// <summary>How many generations there were.</summary>
    public int Count { get; private set; }

    public async ValueTask<TokenResult> GetAsync(TokenRequest request, CancellationToken cancellationToken)
    {
        var result = await tokens.GetAsync(request, cancellationToken);
        if (result.Token is { } token) Note(token.Generation, result.Origin, request.Invalid);
        return result;
    }

    private void Note(long generation, TokenOrigin source, long? reported)
    {
        lock (gate)
        {
            if (generation <= newest) return;
            var age = string.Create(CultureInfo.InvariantCulture, $"{time.GetElapsedTime(seenAt).TotalSeconds:F0} s");
            var what = (newest, reported, source) switch
            {
                (0, _, _) => "the first one",
                (_, not null, _) => $"this program reported {newest}, which the API refused when it was {age} old",
                (_, _, TokenOrigin.Cache) => $"renewed behind when {newest} was {age} old; nobody waited for it",
                _ => $"this request waited for it; {newest} was {age} old",
            };
            var from = source.ToString().ToLowerInvariant();
            output.WriteLine($"Token generation {generation} from {from}: {what}.");
            (newest, seenAt, Count) = (generation, time.GetTimestamp(), Count + 1);
        }
    }
}
