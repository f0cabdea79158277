using TokenFunctions.Core.Tests.Flow.Doubles;
using TokenFunctions.Notices;
using TokenFunctions.Realms;
using TokenFunctions.Realms.Egress;
using TokenFunctions.Storage;
using TokenFunctions.Tokens;

namespace TokenFunctions.Core.Tests.Notices.Doubles;

/// <summary>A world whose instances tell a receiver on a real socket.</summary>
internal sealed class NoticeWorld : IAsyncDisposable
{
    private NoticeWorld(Receiver receiver) => Receiver = receiver;

    public World World { get; } = new();

    public Receiver Receiver { get; }

    public LogLines<Messenger> Log { get; } = new();

    public LogLines<CredentialLog> Events { get; } = new();

    public Instance Instance { get; private set; } = null!;

    /// <summary>Where notices go, when it is not the receiver.</summary>
    public Uri? Elsewhere { get; set; }

    /// <summary>What the egress rules allow; null = the receiver.</summary>
    public string? Allow { get; set; }

    /// <summary>Whether a webhook is set for instances that are started from here on.</summary>
    public bool HasWebhook { get; set; } = true;

    public static async Task<NoticeWorld> MakeAsync(Action<NoticeWorld>? with = null)
    {
        var world = new NoticeWorld(await Receiver.StartAsync());
        with?.Invoke(world);
        world.World.Notices = world.NoticesOf;
        world.Instance = world.World.Start();
        await world.World.SaveRealmAsync(world.Instance, "");
        await world.World.SaveSecretAsync(world.Instance, "one");
        return world;
    }

    public static UpstreamAnswer Refusal(FailureKind kind = FailureKind.BadCredentials) =>
        UpstreamAnswer.Of(new UpstreamFailure(kind, "The provider says no.", UpstreamReach.Answered) { Code = "40001", Message = "PROVIDER-BODY" });

    /// <summary>Lets the provider answer so, and asks for the token until it has.</summary>
    public async Task AskAsync(UpstreamAnswer answer)
    {
        World.Provider.Next(answer);
        await Instance.Registrar.RetryAsync(World.Key, CancellationToken.None);
        await Instance.Ask(flush: true);
        await Instance.Background.DrainAsync();
    }

    public ExpiryNotices ExpiryOf(Instance instance) => new(new ExpiryStore(instance.Store), MessengerOf(), new CredentialLog(Events), new StoreClock(World.Time), Random.Shared);

    public ValueTask DisposeAsync() => Receiver.DisposeAsync();

    private CredentialNotices NoticesOf(Instance instance) => new(
        instance.Tokens, MessengerOf(), new CredentialLog(Events), kind => new FailureAdvice($"code_of_{kind}", "Do this."), new StoreClock(World.Time),
        instance.Background, Random.Shared);

    private Messenger MessengerOf() => new(HasWebhook ? Sender() : null, new StoreClock(World.Time), Log);

    private WebhookSender Sender()
    {
        Assert.True(WebhookKey.TryParse(Receiver.Key, out var key));
        Assert.True(EgressRules.TryParse(Allow ?? "http://127.0.0.1", out var rules, out _));
        var webhook = new Webhook(Elsewhere ?? Receiver.Address, key);
        return new WebhookSender(webhook, EgressHandler.Create(rules), new StoreClock(World.Time));
    }
}
