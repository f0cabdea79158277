using System.Globalization;
using System.Net.Http.Headers;
using TokenFunctions.Realms.Egress;
using TokenFunctions.Realms.Responses;
using TokenFunctions.Storage;

namespace TokenFunctions.Notices;

/// <summary>Posts notices to the webhook, signed (Standard Webhooks 1.0.0). Only the status of the answer
/// counts.</summary>
public sealed class WebhookSender : IDisposable
{
    private static readonly string Agent =
        $"TokenFunctions/{typeof(WebhookSender).Assembly.GetName().Version?.ToString(3)}";

    private readonly Webhook webhook;
    private readonly StoreClock clock;
    private readonly HttpMessageInvoker http;

    /// <summary>A sender to one webhook.</summary>
    /// <param name="webhook">Where to.</param>
    /// <param name="way">The way out, <see cref="EgressHandler.Create"/>; it belongs to the sender from here
    /// on.</param>
    /// <param name="clock">The time that is signed.</param>
    public WebhookSender(Webhook webhook, HttpMessageHandler way, StoreClock clock)
    {
        http = new HttpMessageInvoker(way, disposeHandler: true);
        (this.webhook, this.clock) = (webhook, clock);
    }

    /// <summary>Closes the way out.</summary>
    public void Dispose() => http.Dispose();

    internal async Task<Delivery> SendAsync(Notice notice)
    {
        using var request = Request(notice);
        using var time = new CancellationTokenSource(DeliveryTimes.Timeout, clock.Time);
        try
        {
            using var answer = await http.SendAsync(request, time.Token);
            return answer.IsSuccessStatusCode ? Delivery.Done : Refused(answer);
        }
        catch (OperationCanceledException)
        {
            // Nobody but the timer holds a token here; a connection that gave up by itself is out of time, too.
            return new Delivery("the receiver did not answer in time");
        }
        catch (HttpRequestException e) when (e.InnerException is EgressRefusedException refused)
        {
            return new Delivery(refused.Explain(refused.Target.Host));
        }
        catch (HttpRequestException e)
        {
            return new Delivery($"the receiver cannot be reached ({e.HttpRequestError})");
        }
        catch (IOException)
        {
            return new Delivery("the connection to the receiver broke");
        }
    }

    private HttpRequestMessage Request(Notice notice)
    {
        var body = NoticeBody.Write(notice);
        var timestamp = clock.Now.ToUnixTimeSeconds();
        var request = new HttpRequestMessage(HttpMethod.Post, webhook.Address)
        {
            Content = new ByteArrayContent(body)
            {
                Headers = { ContentType = new MediaTypeHeaderValue("application/json") },
            },
        };
        request.Headers.TryAddWithoutValidation("User-Agent", Agent);
        request.Headers.TryAddWithoutValidation("webhook-id", notice.Id);
        request.Headers.TryAddWithoutValidation(
            "webhook-timestamp", timestamp.ToString(CultureInfo.InvariantCulture));
        request.Headers.TryAddWithoutValidation("webhook-signature", webhook.Key.Sign(notice.Id, timestamp, body));
        return request;
    }

    private Delivery Refused(HttpResponseMessage answer) => new(
        string.Create(CultureInfo.InvariantCulture, $"the receiver answered {(int)answer.StatusCode}"),
        RetryDelay.Read(answer.Headers, clock.Time));
}
