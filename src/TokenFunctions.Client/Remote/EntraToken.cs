using System.Net.Http.Headers;
using Azure.Core;

namespace TokenFunctions.Client.Remote;

/// <summary>The Entra token that this program shows to the service: got once, kept as long as it lives, renewed behind
/// before it ends.</summary>
/// <param name="credential">Who the program is.</param>
/// <param name="scope">What the token is for.</param>
/// <param name="time">The machine's own time: expiries are meant by it.</param>
/// <param name="timeout">How long the credential may take.</param>
internal sealed class EntraToken(TokenCredential credential, string scope, TimeProvider time, TimeSpan timeout)
{
    // As the Azure SDK's own cache does where the token does not say from when to renew it.
    private static readonly TimeSpan RenewBefore = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan TryAgainAfter = TimeSpan.FromSeconds(30);
    private readonly Lock gate = new();
    private AccessToken? known;
    private Task<EntraAnswer>? flight;
    private long askedAt;

    /// <summary>What is wrong with the options that concern it; null = nothing.</summary>
    public static string? Fault(TokenFunctionsOptions options) => options switch
    {
        { Credential: not null } when string.IsNullOrWhiteSpace(options.Scope) =>
            $"{nameof(options.Credential)} needs {nameof(options.Scope)}: what its token is for,"
                + " such as api://CLIENT-ID/.default.",
        { Credential: null, Scope: not null } =>
            $"{nameof(options.Scope)} is given without {nameof(options.Credential)}, whose token it is for.",
        _ => null,
    };

    /// <summary>A living token, or why there is none.</summary>
    /// <param name="cancellationToken">Ends the wait; the credential goes on for those who come later.</param>
    public Task<EntraAnswer> GetAsync(CancellationToken cancellationToken)
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            var living = known is { } token && now < token.ExpiresOn ? known : null;
            if (living is null) return (flight ??= Ask()).WaitAsync(cancellationToken);
            if (IsDue(living.Value, now) && time.GetElapsedTime(askedAt) >= TryAgainAfter) flight ??= Ask();
            return Task.FromResult(Answer(living.Value));
        }
    }

    /// <summary>Forgets a token that the service has refused.</summary>
    public void Drop(AuthenticationHeaderValue? sent)
    {
        lock (gate)
        {
            if (known is { } token && string.Equals(token.Token, sent?.Parameter, StringComparison.Ordinal))
                known = null;
        }
    }

    private static bool IsDue(AccessToken token, DateTimeOffset now) =>
        now >= (token.RefreshOn ?? token.ExpiresOn - RenewBefore);

    private static EntraAnswer Answer(AccessToken token) =>
        new(new AuthenticationHeaderValue("Bearer", token.Token), null);

    private Task<EntraAnswer> Ask()
    {
        askedAt = time.GetTimestamp();
        // Not under the lock: a credential may do all its work before it gives its task.
        return Task.Run(AskAsync);
    }

    private async Task<EntraAnswer> AskAsync()
    {
        AccessToken? got = null;
        var fault = "";
        try
        {
            using var limit = new CancellationTokenSource(timeout, time);
            var asked = credential.GetTokenAsync(new TokenRequestContext([scope]), limit.Token);
            // One that does not look at its cancellation is left alone.
            got = await asked.AsTask().WaitAsync(limit.Token);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // A foreign message may quote anything; its kind is enough to look in the credential's own log.
            fault = e is OperationCanceledException ? "it took too long" : e.GetType().Name;
        }

        lock (gate)
        {
            flight = null;
            known = got ?? known;
        }

        return got is { } token ? Answer(token) : new(null, fault);
    }
}
