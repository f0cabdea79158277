using Microsoft.Extensions.Logging;
using TokenFunctions.Storage;
using TokenFunctions.Tokens;

namespace TokenFunctions.Notices;

/// <summary>Carries notices to the receiver and logs what came of it. Without a webhook it carries nothing.</summary>
/// <param name="sender">The way to the webhook; null = none is set.</param>
/// <param name="clock">Store time.</param>
/// <param name="logger">The log.</param>
public sealed partial class Messenger(WebhookSender? sender, StoreClock clock, ILogger<Messenger> logger)
{
    private readonly ReceiverGate gate = new(clock.Time);

    /// <summary>Whether there is anybody to be told.</summary>
    public bool HasReceiver => sender is not null;

    /// <summary>Whether the receiver would be sent a notice now: it is neither busy nor at rest.</summary>
    internal bool IsReady => sender is not null && gate.IsOpen;

    /// <summary>Sends a notice.</summary>
    /// <returns>What came of it; null = it was not sent, as the receiver is busy or at rest.</returns>
    internal async Task<Delivery?> SendAsync(Notice notice)
    {
        if (sender is null || !gate.TryEnter()) return null;
        var delivery = new Delivery("sending it ended in a fault");
        try
        {
            delivery = await sender.SendAsync(notice);
        }
        finally
        {
            gate.Leave(delivery.IsDone);
        }

        if (delivery.IsDone) LogTold(notice.Type, notice.Key.Realm, notice.Key.Key, notice.Id);
        else LogFailed(notice.Type, notice.Key.Realm, notice.Key.Key, notice.Id, delivery.Fault!);
        return delivery;
    }

    /// <summary>Logs that a notice is given up.</summary>
    internal void GiveUp(string type, TokenKey key)
    {
        LogGivenUp(type, key.Realm, key.Key, DeliveryTimes.News.Days);
    }

    [LoggerMessage(1301, LogLevel.Information, "Told the webhook {Type} of {Realm}/{Key} ({Notice})",
        EventName = "notice_sent")]
    private partial void LogTold(string type, string realm, string key, string notice);

    [LoggerMessage(1302, LogLevel.Warning,
        "The webhook was not told {Type} of {Realm}/{Key} ({Notice}): {Fault}; tried again later",
        EventName = "notice_failed")]
    private partial void LogFailed(string type, string realm, string key, string notice, string fault);

    [LoggerMessage(1303, LogLevel.Error,
        "The webhook is never told {Type} of {Realm}/{Key}: the news is {Days} days old", EventName = "notice_lost")]
    private partial void LogGivenUp(string type, string realm, string key, int days);
}
