namespace TokenFunctions.Realms.Responses;

/// <summary>Sends one request and takes the whole answer in.</summary>
internal sealed class Exchange(HttpMessageInvoker http, TimeProvider clock)
{
    /// <summary>A raw answer or a failure; one of the two is null.</summary>
    /// <param name="request">The request.</param>
    /// <param name="mask">Takes the secret out of what is told.</param>
    /// <param name="timeout">The time for all of it, above zero.</param>
    public async Task<(RawAnswer? Answer, UpstreamFailure? Failure)> RunAsync(
        HttpRequestMessage request, SecretMask mask, TimeSpan timeout)
    {
        using var timer = new CancellationTokenSource(timeout, clock);
        try
        {
            using var response = await http.SendAsync(request, timer.Token);
            var body = await AnswerBytes.ReadAsync(response.Content, timer.Token);
            if (body is not { } bytes) return (null, ExchangeFault.TooLong());
            var retryAfter = RetryDelay.Read(response.Headers.RetryAfter, clock);
            return (new((int)response.StatusCode, bytes, retryAfter), null);
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
}
