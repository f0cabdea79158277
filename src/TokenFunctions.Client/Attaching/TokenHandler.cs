using TokenFunctions.Realms;
using TokenFunctions.Tokens;

namespace TokenFunctions.Client.Attaching;

/// <summary>STAND-IN, TO BE REPLACED by the branch that writes Attaching/: puts a token on requests.</summary>
public sealed class TokenHandler(
    ITokenSource source, string realm, string key, TokenHandlerOptions? options = null) : DelegatingHandler
{
    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var result = await source.GetAsync(realm, key, cancellationToken);
        if (!result.HasToken) throw new TokenUnavailableException(new TokenKey(realm, key), result.Failure, null);
        var rule = options?.Attach ?? result.Attach ?? new AttachRule();
        var value = rule.Prefix + result.Token.Value.Reveal();
        if (rule.Place.Equals("header", StringComparison.Ordinal))
        {
            request.Headers.TryAddWithoutValidation(rule.Name, value);
        }
        else
        {
            var address = request.RequestUri!;
            var mark = address.Query.Length == 0 ? "?" : "&";
            request.RequestUri = new Uri($"{address.AbsoluteUri}{mark}{rule.Name}={value}");
        }

        return await base.SendAsync(request, cancellationToken);
    }
}
