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
        using var request = Request(asked, known);
        var moment = SentMoment.Now(time);
        try
        {
            if (await ShowIdentityAsync(request, end.Token) is { } fault)
                return new(moment) { Silence = $"cannot be asked: the credential gave no Entra token ({fault})" };
            moment = SentMoment.Now(time);
            return new(moment) { Answer = await SendAsync(request, end.Token) };
        }
        catch (OperationCanceledException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var seconds = FormattableString.Invariant($"{limit.TotalSeconds:0.###} s");
            return new(moment) { Silence = $"did not answer within {seconds}" };
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

    private HttpRequestMessage Request(TokenRequest asked, EntityTagHeaderValue? known)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address.Of(asked))
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
        };
        request.Headers.TryAddWithoutValidation("User-Agent", Agent);
        request.Headers.TryAddWithoutValidation("Accept", "application/json, application/problem+json");
        keys.SetOn(request);
        if (known is not null) request.Headers.IfNoneMatch.Add(known);
        return request;
    }

    private async Task<string?> ShowIdentityAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (entra is null) return null;
        var answer = await entra.GetAsync(cancellationToken);
        request.Headers.Authorization = answer.Header;
        return answer.Fault;
    }

    private async Task<ServiceAnswer> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var target = request.RequestUri;
        using var response = await http.SendAsync(request, cancellationToken);
        // Dated before its body is read: the clock learns from it how long the way was.
        var receivedAt = time.GetUtcNow();
        var body = await AnswerBytes.ReadAsync(response.Content, cancellationToken);
        if (response.StatusCode == HttpStatusCode.Unauthorized) entra?.Drop(request.Headers.Authorization);
        return new((int)response.StatusCode, body)
        {
            MediaType = response.Content.Headers.ContentType?.MediaType,
            Tag = response.Headers.ETag,
            RetryAfter = RetryDelay.Read(response.Headers.RetryAfter, time),
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
