using System.Globalization;
using TokenFunctions.Realms.Templates;

namespace TokenFunctions.Realms.Requests;

/// <summary>AWS Signature Version 4 in the header <c>Authorization</c>.</summary>
/// <param name="Service">The service's code, as <c>sts</c>.</param>
/// <param name="Region">The region, as <c>us-east-1</c>.</param>
/// <param name="AccessKeyId">The id of the access key.</param>
/// <param name="SecretAccessKey">The access key.</param>
/// <param name="SessionToken">The session token of temporary credentials; null or empty text = none.</param>
internal sealed record AwsAuth(
    Template Service, Template Region, Template AccessKeyId, Template SecretAccessKey, Template? SessionToken)
    : IRequestAuth
{
    private const string Date = "X-Amz-Date";
    private const string Token = "X-Amz-Security-Token";

    /// <inheritdoc/>
    public IReadOnlyList<string> HeaderNames =>
        SessionToken is null ? ["Authorization", Date] : ["Authorization", Date, Token];

    /// <inheritdoc/>
    public IEnumerable<TemplatePart> Parts =>
        new[] { Service, Region, AccessKeyId, SecretAccessKey, SessionToken }
            .SelectMany(template => template?.Parts ?? []);

    /// <inheritdoc/>
    public string Authorize(RequestDraft draft, AttemptScope scope)
    {
        var time = scope.Now.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        draft.Headers.Set("Host", draft.Uri.Authority);
        draft.Headers.Set(Date, time);
        if (SessionToken?.Fill(scope) is { Length: > 0 } token) draft.Headers.Set(Token, token);
        var service = Service.Fill(scope);
        var range = new AwsScope(time, Region.Fill(scope), service);
        var canonical = AwsCanonical.Of(draft, service);
        var signature = range.Sign(canonical.Text, SecretAccessKey.Fill(scope));
        draft.Headers.Set("Authorization", $"{AwsScope.Algorithm} Credential={AccessKeyId.Fill(scope)}/{range.Text}, "
            + $"SignedHeaders={canonical.SignedHeaders}, Signature={signature}");
        return signature;
    }
}
