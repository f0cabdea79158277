using System.Net;
using System.Net.Http.Headers;
using System.Security.Authentication;
using TokenFunctions.Realms.Responses;
using TokenFunctions.Tokens;

namespace TokenFunctions.Client.Remote;

/// <summary>Sends one request to the service and takes the whole answer in, within a time and up to a size.</summary>
internal sealed class ServiceCall(
    HttpMessageInvoker http, ServiceAddress address, ServiceKeys keys, EntraToken? entra, TimeProvider time)
{
    private static readonly string Agent =
        $"TokenFunctions.Client/{typeof(ServiceCall).Assembly.GetName().Version?.ToString(3)}";

    /// <summary>Asks for a token; every way to fail is an <see cref="ServiceExchange"/>.</summary>
    /// <param name="asked">What is asked for.</param>
    /// <param name="known">The ETag of the answer that the asker has; null = none.</param>
    /// <param name="limit">How long it may take in all.</param>
    /// <param name="cancellationToken">The asker's leaving, the only thing that is thrown.</param>
    public async Task<ServiceExchange> RunAsync(
        TokenRequest asked, EntityTagHeaderValue? known, TimeSpan limit, CancellationToken cancellationToken)
    {
        using var timer = new CancellationTokenSource(limit, time);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        var moment = SentMoment.Now(time);
        try
        {
            var shown = entra is null ? new(null, null) : await entra.GetAsync(end.Token);
            if (shown.Fault is { } fault)
                return new(moment) { Silence = $"cannot be asked: the credential gave no Entra token ({fault})" };
            moment = SentMoment.Now(time);
            var answer = await SendAsync(asked, known, shown.Header, end.Token);
            if (await RenewAsync(answer, shown.Header, end.Token) is not { } renewed)
                return new(moment) { Answer = answer };
            moment = SentMoment.Now(time);
            return new(moment) { Answer = await SendAsync(asked, known, renewed, end.Token) };
        }
        catch (OperationCanceledException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var seconds = FormattableString.Invariant($"{limit.TotalSeconds:0.###} s");
            return new(moment) { Silence = $"did not answer within {seconds}", IsLate = true };
        }
        catch (HttpRequestException e)
        {
            return new(moment) { Silence = Words(e) };
        }
        catch (IOException)
        {
            return new(moment) { Silence = "broke the connection before its whole answer was here" };
        }
    }

    // It may have been withdrawn early. A problem of the service itself is about its own keys.
    private async Task<AuthenticationHeaderValue?> RenewAsync(
        ServiceAnswer answer, AuthenticationHeaderValue? shown, CancellationToken cancellationToken)
    {
        if (entra is null || answer.Status != 401 || ServiceProblem.Read(answer) is not null) return null;
        entra.Drop(shown);
        var renewed = await entra.GetAsync(cancellationToken);
        return Equals(renewed.Header, shown) ? null : renewed.Header;
    }

    private HttpRequestMessage Request(
        TokenRequest asked, EntityTagHeaderValue? known, AuthenticationHeaderValue? identity)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address.Of(asked))
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
        };
        request.Headers.TryAddWithoutValidation("User-Agent", Agent);
        request.Headers.TryAddWithoutValidation("Accept", "application/json, application/problem+json");
        keys.SetOn(request);
        request.Headers.Authorization = identity;
        if (known is not null) request.Headers.IfNoneMatch.Add(known);
        return request;
    }

    private async Task<ServiceAnswer> SendAsync(
        TokenRequest asked, EntityTagHeaderValue? known, AuthenticationHeaderValue? identity,
        CancellationToken cancellationToken)
    {
        using var request = Request(asked, known, identity);
        var target = request.RequestUri;
        using var response = await http.SendAsync(request, cancellationToken);
        // Dated before its body is read: the clock learns from it how long the way was.
        var receivedAt = time.GetUtcNow();
        var body = await AnswerBytes.ReadAsync(response.Content, cancellationToken);
        return new((int)response.StatusCode, body)
        {
            MediaType = response.Content.Headers.ContentType?.MediaType,
            Tag = response.Headers.ETag,
            RetryAfter = RetryDelay.Read(response.Headers, time),
            Date = response.Headers.Date,
            ReceivedAt = receivedAt,
            IsFromElsewhere = request.RequestUri != target,
        };
    }

    // The runtime's own sentences name addresses and may quote headers.
    private static string Words(HttpRequestException fault) => fault switch
    {
        { HttpRequestError: HttpRequestError.NameResolutionError } => "cannot be found: its host's name is not known",
        { HttpRequestError: HttpRequestError.SecureConnectionError } or { InnerException: AuthenticationException } =>
            "cannot be connected to securely; look at its certificate",
        { HttpRequestError: HttpRequestError.ConnectionError } => "cannot be connected to",
        _ => $"cannot be asked ({fault.HttpRequestError})",
    };
}
