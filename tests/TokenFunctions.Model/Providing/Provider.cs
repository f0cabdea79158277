using TokenFunctions.Model.Stepping;
using TokenFunctions.Realms;
using TokenFunctions.Tokens;

namespace TokenFunctions.Model.Providing;

/// <summary>The provider, which knows the truth of every token.</summary>
public sealed class Provider(Machine machine, Scenario scenario)
{
    private readonly Dictionary<string, Issue> issues = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Issue> newest = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Chain> chains = new(StringComparer.Ordinal);

    /// <summary>All calls that took effect or may.</summary>
    public List<ProviderCall> Calls { get; } = [];

    /// <summary>The token of that value; null = the provider never issued it.</summary>
    public Issue? Find(string value) => issues.GetValueOrDefault(value);

    /// <summary>The last token that was issued for a key; null = none.</summary>
    public Issue? Newest(string key) => newest.GetValueOrDefault(key);

    /// <summary>The chain that goes back to an initial value; null = it was never sent.</summary>
    public Chain? ChainOf(string initial) => chains.GetValueOrDefault(initial);

    /// <summary>A call arrives: its effect and its answer.</summary>
    public UpstreamAnswer Serve(ProviderCall call, CallMaterial material)
    {
        ArgumentNullException.ThrowIfNull(call);
        ArgumentNullException.ThrowIfNull(material);
        var account = material.Secret.Find("key_1")!.Reveal();
        if (!scenario.IsRotating) return Token(IssueOne(call, account), null);
        var sent = material.State["refresh_token"].Reveal();
        if (!chains.TryGetValue(account, out var chain)) chains[account] = chain = new Chain(account);
        return Accepts(chain, sent) ? Token(IssueOne(call, account), chain.Rotate()) : Stolen(chain, sent);
    }

    private bool Accepts(Chain chain, string sent) =>
        !chain.IsDead
        && (scenario.Kind == RealmKind.RotatingSafeToRepeat ? chain.Has(sent) : Equals(sent, chain.Newest));

    private UpstreamAnswer Stolen(Chain chain, string sent)
    {
        chain.IsDead = true;
        machine.Tell(null, $"refresh token {sent} was sent again: the chain is dead");
        return Failure(FailureKind.Reauthorize, UpstreamReach.Answered);
    }

    private Issue IssueOne(ProviderCall call, string account)
    {
        call.EffectAt = machine.Now;
        var old = Newest(call.Key);
        if (scenario.Kind == RealmKind.Stable && IsGivenAgain(old, account)) return old!;
        var made = new Issue(
            $"token-{issues.Count + 1}", call.Key, account, machine.Now, machine.Now + scenario.Life, call);
        if (scenario.Replaces && old is not null)
            (old.ReplacedAt, old.Newer) = (machine.Now + scenario.Overlap, made);
        machine.Tell(call.By.Owner, $"provider issues {made.Value} for {call.Key}");
        return newest[call.Key] = issues[made.Value] = made;
    }

    private bool IsGivenAgain(Issue? old, string account) =>
        old is not null && Equals(old.Account, account) && old.End - machine.Now > scenario.GivenUntil;

    private UpstreamAnswer Token(Issue issue, string? refresh)
    {
        // As `expires_in`: whole seconds.
        var life = TimeSpan.FromSeconds(Math.Floor((issue.End - machine.Now).TotalSeconds));
        var token = new UpstreamToken(new SecretText(issue.Value), life);
        if (refresh is null) return UpstreamAnswer.Of(token);
        var state = new Dictionary<string, SecretText>(StringComparer.Ordinal) { ["refresh_token"] = new(refresh) };
        return UpstreamAnswer.Of(token with { State = state });
    }

    internal static UpstreamAnswer Failure(FailureKind kind, UpstreamReach reach, TimeSpan? retryAfter = null) =>
        UpstreamAnswer.Of(new UpstreamFailure(kind, "The provider is unwell.", reach) { RetryAfter = retryAfter });

    private static bool Equals(string one, string other) => string.Equals(one, other, StringComparison.Ordinal);
}
