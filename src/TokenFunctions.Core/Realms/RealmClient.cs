using TokenFunctions.Realms.Egress;
using TokenFunctions.Realms.Keys;
using TokenFunctions.Realms.Responses;
using TokenFunctions.Realms.Templates;
using TokenFunctions.Tokens;

namespace TokenFunctions.Realms;

/// <summary>Asks providers over HTTP.</summary>
public sealed class RealmClient : IRealmClient, IDisposable
{
    private static readonly TimeSpan MaxTimeout = TimeSpan.FromMinutes(10);

    private readonly HttpMessageInvoker http;
    private readonly Func<ClientIdentity, HttpMessageHandler>? open;
    private readonly TimeProvider clock;

    /// <summary>A client over the ways out that <paramref name="open"/> makes: one for all plans without a client
    /// certificate, and one for each attempt of a plan with one.</summary>
    /// <param name="open">Makes a way out, <see cref="EgressHandler.Create"/>, that shows the certificate; null =
    /// none. It belongs to the client from here on.</param>
    /// <param name="clock">Time for time-outs, <c>${now}</c> and dates of <c>Retry-After</c>.</param>
    public RealmClient(Func<ClientIdentity?, HttpMessageHandler> open, TimeProvider clock)
        : this((open ?? throw new ArgumentNullException(nameof(open)))(null), clock) => this.open = open;

    /// <summary>A client over one way out for all plans. It shows no client certificate, or one of its
    /// own.</summary>
    /// <param name="handler">The way out; it belongs to the client from here on.</param>
    /// <param name="clock">Time for time-outs, <c>${now}</c> and dates of <c>Retry-After</c>.</param>
    public RealmClient(HttpMessageHandler handler, TimeProvider clock)
    {
        // An HttpClient would add a time-out of its own and buffer answers of any length.
        http = new HttpMessageInvoker(handler, disposeHandler: true);
        this.clock = clock;
    }

    /// <summary>Draws random texts; a test may own them.</summary>
    internal DrawRandom Draw { get; init; } = RandomText.Draw;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The plan was not made by <see cref="RealmCompiler"/>.</exception>
    public async Task<UpstreamAnswer> AskAsync(RealmPlan plan, CallMaterial material, TimeSpan timeout)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(material);
        if (plan.Response is null)
            throw new ArgumentException("The plan was not made by RealmCompiler.", nameof(plan));
        if (MissingMaterial.Find(plan, material) is { } missing) return NotSent(FailureKind.SecretIncomplete, missing);
        if (timeout <= TimeSpan.Zero) return NotSent(FailureKind.Transient, "No time was left to ask the provider.");
        var scope = new AttemptScope(material, clock.GetUtcNow()) { Draw = Draw };
        if (SetVars(plan, scope) is { } fault) return NotSent(FailureKind.SecretIncomplete, fault);
        using var time = new CancellationTokenSource(timeout < MaxTimeout ? timeout : MaxTimeout, clock);
        if (plan.Tls is null) return await RunAsync(plan, scope, http, time.Token);
        var (identity, bad) = new IdentityReader(plan.Tls, scope).Read();
        using (identity)
        {
            if (identity is null) return NotSent(FailureKind.SecretIncomplete, bad!);
            using var own = open is null ? null : new HttpMessageInvoker(open(identity), disposeHandler: true);
            return await RunAsync(plan, scope, own ?? http, time.Token);
        }
    }

    /// <summary>Closes the way out.</summary>
    public void Dispose() => http.Dispose();

    private static string? SetVars(RealmPlan plan, AttemptScope scope)
    {
        foreach (var planned in plan.Vars)
        {
            var (value, fault) = planned.Evaluate(scope);
            if (fault is not null) return fault;
            scope.Set(planned.Name, value, planned.IsConfidential);
        }
        return null;
    }

    private Task<UpstreamAnswer> RunAsync(
        RealmPlan plan, AttemptScope scope, HttpMessageInvoker way, CancellationToken time) =>
        new PlanRun(plan, scope, new Exchange(way, clock), time).RunAsync();

    private static UpstreamAnswer NotSent(FailureKind kind, string detail) =>
        UpstreamAnswer.Of(new UpstreamFailure(kind, detail, UpstreamReach.NotSent));
}
