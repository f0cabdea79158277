using TokenFunctions.Telemetry;

namespace TokenFunctions.Realms.Responses;

/// <summary>Sends one request and takes the whole answer in.</summary>
internal sealed class Exchange(HttpMessageInvoker http, TimeProvider clock)
{
    /// <summary>A raw answer or a failure; one of the two is null.</summary>
    /// <param name="request">The request.</param>
    /// <param name="mask">Takes the secret out of what is told.</param>
    /// <param name="time">Ends when the time of the whole attempt is over.</param>
    public async Task<(RawAnswer? Answer, UpstreamFailure? Failure)> RunAsync(
        HttpRequestMessage request, SecretMask mask, CancellationToken time)
    {
        using var span = ProviderSpan.Start(request, mask);
        var (answer, failure) = await SendAsync(request, mask, time);
        span.Tell(answer, failure);
        return (answer, failure);
    }

    private async Task<(RawAnswer? Answer, UpstreamFailure? Failure)> SendAsync(
        HttpRequestMessage request, SecretMask mask, CancellationToken time)
    {
        try
        {
            using var response = await http.SendAsync(request, time);
            var body = await AnswerBytes.ReadAsync(response.Content, time);
            if (body is not { } bytes) return (null, ExchangeFault.TooLong());
            var retryAfter = RetryDelay.Read(response.Headers, clock);
            return (new((int)response.StatusCode, Headers(response), bytes, retryAfter), null);
        }
        catch (OperationCanceledException)
        {
            // Nobody but the timer holds a token here; a connection that gave up by itself is out of time, too.
            return (null, ExchangeFault.TimedOut(request));
        }
        catch (HttpRequestException fault)
        {
            return (null, ExchangeFault.Of(fault, request, mask));
        }
        catch (IOException)
        {
            return (null, ExchangeFault.Broken());
        }
    }

    private static AnswerHeaders Headers(HttpResponseMessage response) => new(
    [
        .. response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated)
            .SelectMany(header => header.Value.Select(value => KeyValuePair.Create(header.Key, value))),
    ]);
}
