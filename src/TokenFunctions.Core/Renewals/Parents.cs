using TokenFunctions.Realms;
using TokenFunctions.Storage;
using TokenFunctions.Tokens;

namespace TokenFunctions.Renewals;

/// <summary>Gets the tokens that another token is got with. They come from the broker, so that a shared token is never
/// fetched beside it.</summary>
internal sealed class Parents(ITokenSource source, StoreClock clock)
{
    /// <summary>Of an attempt whose provider has refused nothing yet.</summary>
    public static readonly IReadOnlyDictionary<string, Token> NoneRefused =
        new Dictionary<string, Token>(StringComparer.Ordinal);

    /// <summary>What is sent, with the tokens that it uses, or why one of them cannot be had.</summary>
    /// <param name="prepared">What is sent.</param>
    /// <param name="refused">Tokens that the provider refused a moment ago, by <c>uses.as</c>.</param>
    /// <param name="window">The time for all of it.</param>
    public async Task<(Prepared Prepared, TokenFailure? Obstacle)> EquipAsync(
        Prepared prepared, IReadOnlyDictionary<string, Token> refused, SendWindow window)
    {
        if (prepared.Plan.Uses.Count == 0) return (prepared, null);
        var (found, obstacle) = await GetAsync(prepared.Plan, prepared.Material.Secret, refused, window);
        return (prepared.Using(found), obstacle);
    }

    /// <summary>The tokens by <c>uses.as</c>, or why one of them cannot be had.</summary>
    /// <param name="plan">The plan that uses them.</param>
    /// <param name="secret">The secret that their keys are made of.</param>
    /// <param name="refused">Tokens that the provider refused a moment ago, by <c>uses.as</c>: newer ones are
    /// wanted.</param>
    /// <param name="window">The time for all of it.</param>
    public async Task<(IReadOnlyDictionary<string, Token> Tokens, TokenFailure? Obstacle)> GetAsync(
        RealmPlan plan, SecretFields secret, IReadOnlyDictionary<string, Token> refused, SendWindow window)
    {
        var found = new Dictionary<string, Token>(StringComparer.Ordinal);
        foreach (var use in plan.Uses)
        {
            // A key that the secret's fields do not make is told by the client, which names the fields.
            if (use.KeyFor(secret) is not { } name) continue;
            var key = new TokenKey(use.Realm, name);
            var invalid = refused.GetValueOrDefault(use.As)?.Generation;
            var (token, obstacle) = await GetAsync(new TokenRequest(key) { Invalid = invalid }, window);
            if (token is null) return (found, obstacle);
            found[use.As] = token;
        }

        return (found, null);
    }

    private async Task<(Token? Token, TokenFailure? Obstacle)> GetAsync(TokenRequest request, SendWindow window)
    {
        if (!NameRule.IsValid(request.Key.Key)) return (null, Refusals.ParentNameless(request.Key.Realm));
        try
        {
            var left = window.Left > TimeSpan.Zero ? window.Left : TimeSpan.Zero;
            var asking = source.GetAsync(request, CancellationToken.None).AsTask();
            var result = await asking.WaitAsync(left, clock.Time);
            return result.HasToken ? (result.Token, null) : (null, Refusals.ParentFailed(request.Key, result.Failure));
        }
        catch (TimeoutException)
        {
            return (null, Refusals.ParentSlow(request.Key));
        }
    }
}
