using Microsoft.Extensions.Logging;
using TokenFunctions.Notices;
using TokenFunctions.Quotas;
using TokenFunctions.Realms;
using TokenFunctions.Registry;
using TokenFunctions.Renewals;
using TokenFunctions.Renewals.Reading;
using TokenFunctions.Storage;
using TokenFunctions.Sweeping;
using TokenFunctions.Telemetry;
using TokenFunctions.Tokens;

namespace TokenFunctions;

/// <summary>The parts of a broker, put together.</summary>
internal sealed class BrokerParts
{
    public BrokerParts(
        BrokerStores stores, IRealmClient client, ITokenSource broker, CredentialNotices? notices, RealmGates gates,
        FlowMetrics metrics, StoreClock clock, BrokerTimes times, Background background, Random random,
        ILoggerFactory loggers)
    {
        var tokens = stores.Tokens;
        var hints = new DueHints(stores.Due, clock, times, background, loggers.CreateLogger<DueHints>());
        Uses = new Uses(stores.Used, hints, background, loggers.CreateLogger<Uses>());
        var (memory, unsealed) = (new RowMemory(clock.Time), new UnsealedValues());
        var rows = new Rows(tokens, memory, unsealed, clock, times);
        Lookout = new Lookout(stores.Realms, stores.Secrets, rows, clock);
        Quotas = new CallQuotas(stores.Quotas, clock, times, random);
        metrics.Quotas.Observe(Quotas.Realms);
        Missing = stores.Secrets.MissingKeys;
        Handing = new Handing(rows, Quotas, Missing, times);

        var keeping = new Keeping(tokens);
        var outcomes = new Outcomes(tokens, keeping, clock, times, random);
        var unwritten = new Unwritten(outcomes, memory, unsealed, hints, background);
        var late = new LateAnswers(tokens, keeping, hints, clock, times);
        var log = new RenewalLog(loggers.CreateLogger<RenewalLog>());
        var ledger = new Ledger(tokens, outcomes, unwritten, notices, late, clock, times, log);
        var preparation = new Preparation(
            stores.Realms, stores.Secrets, new(tokens, stores.Inputs, clock), new(tokens));
        var note = new SentNote(tokens, ledger, keeping, clock);
        var parents = new Parents(broker, clock);
        var provider = new ProviderCall(
            client, parents, clock, metrics.Providers, loggers.CreateLogger<ProviderCall>());
        var attempt = new Attempt(note, preparation, parents, provider, ledger, gates, clock, times);
        var leasing = new Leasing(tokens, times, random);
        var renewal = new Renewal(
            rows, attempt, leasing, Quotas, Missing, metrics.Renewals, clock, times, random);
        Renewal = new RenewalWatch(renewal, metrics.Renewals, clock);

        var results = new UnfencedResults(
            tokens, notices, unwritten, memory, outcomes, late, background, clock, times, log);
        var unfenced = new Unfenced(
            preparation, parents, provider, results, gates, metrics.Renewals, clock, times);
        Outage = new Outage(unfenced, Flights, Handing, background, clock);
    }

    /// <summary>The renewals under way in this process, at most one a token.</summary>
    public SingleFlight<TokenKey, RenewalEnd> Flights { get; } = new();

    /// <summary>The limits of calls.</summary>
    public CallQuotas Quotas { get; }

    /// <summary>Whose renewal failed in this process for want of a sealing key.</summary>
    public MissingKeys Missing { get; }

    /// <summary>Marks which tokens callers use.</summary>
    public Uses Uses { get; }

    /// <summary>Finds out how a token stands.</summary>
    public Lookout Lookout { get; }

    /// <summary>Makes the answer that hands a token out.</summary>
    public Handing Handing { get; }

    /// <summary>Renews.</summary>
    public RenewalWatch Renewal { get; }

    /// <summary>Answers while the store does not.</summary>
    public Outage Outage { get; }
}
