using TokenFunctions.Realms.Responses;
using TokenFunctions.Realms.Templates;
using TokenFunctions.Tokens;

namespace TokenFunctions.Realms;

/// <summary>Asks providers over HTTP.</summary>
public sealed class RealmClient : IRealmClient, IDisposable
{
    private static readonly TimeSpan MaxTimeout = TimeSpan.FromMinutes(10);

    private readonly HttpMessageInvoker http;
    private readonly TimeProvider clock;

    /// <summary>A client over a way out.</summary>
    /// <param name="handler">The way out, <see cref="Egress.EgressHandler.Create"/>; it belongs to
    /// the client from here on.</param>
    /// <param name="clock">Time for time-outs, <c>${now}</c> and dates of <c>Retry-After</c>.</param>
    public RealmClient(HttpMessageHandler handler, TimeProvider clock)
    {
        // An HttpClient would add a time-out of its own and buffer answers of any length.
        http = new HttpMessageInvoker(handler, disposeHandler: true);
        this.clock = clock;
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The plan was not made by <see cref="RealmCompiler"/>.</exception>
    public async Task<UpstreamAnswer> AskAsync(RealmPlan plan, SecretFields secret, TimeSpan timeout)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(secret);
        if (plan.Request is not { } request || plan.Response is not { } response)
            throw new ArgumentException("The plan was not made by RealmCompiler.", nameof(plan));
        var missing = plan.SecretFields.Where(field => secret.Find(field) is null).ToList();
        if (missing.Count > 0) return NotSent(FailureKind.SecretIncomplete, Missing(missing));
        if (timeout <= TimeSpan.Zero) return NotSent(FailureKind.Transient, "No time was left to ask the provider.");
        var built = request.Build(new TemplateValues(secret, clock.GetUtcNow()));
        if (!built.IsReady) return NotSent(FailureKind.SecretIncomplete, built.Fault);
        using var message = built.Message;
        var mask = new SecretMask(secret, built.Credentials);
        var time = timeout < MaxTimeout ? timeout : MaxTimeout;
        var (answer, failure) = await new Exchange(http, clock).RunAsync(message, mask, time);
        return answer is null ? UpstreamAnswer.Of(failure!) : new AnswerReader(response, mask).Read(answer);
    }

    /// <summary>Closes the way out.</summary>
    public void Dispose() => http.Dispose();

    private static UpstreamAnswer NotSent(FailureKind kind, string detail) =>
        UpstreamAnswer.Of(new UpstreamFailure(kind, detail, UpstreamReach.NotSent));

    private static string Missing(List<string> fields) =>
        $"The secret has no {string.Join(", ", fields.Select(field => $"`{field}`"))}; the realm reads "
        + (fields.Count == 1 ? "this field." : "these fields.");
}
