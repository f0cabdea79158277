using FsCheck;
using FsCheck.Fluent;
using TokenFunctions.Realms;
using TokenFunctions.Registry;
using TokenFunctions.Standings;
using TokenFunctions.Storage;
using TokenFunctions.Tokens;

namespace TokenFunctions.Core.Tests.Standings;

public sealed class StandingRuleTests
{
    private static readonly DateTimeOffset Issued = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly TokenKey Key = new("demo", "main");
    private static readonly Secret Secret = new(Key, 7) { IdentityVersion = 5 };
    private static readonly RealmEntry Realm = Entry("");

    [Fact]
    public void A_state_turns_at_the_very_instants_at_which_the_rules_of_the_flow_turn() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(
            ArbMap.Default.ArbFor<Tuple<PositiveInt, bool, bool, bool, bool>>(),
            drawn =>
            {
                var (life, confirmed, suspect, other, endless) = drawn;
                var end = Issued.AddSeconds(life.Get);
                var token = Token(endless ? null : end) with
                {
                    DueAt = endless ? null : end.AddSeconds(-life.Get * 0.2),
                    IsConfirmed = confirmed,
                    SuspectAttempt = suspect ? 1 : 0,
                    IdentityVersion = other ? 4 : 5,
                };
                var deadAt = StandingRule.Of(token, Realm, Secret, Issued).DeadAt;
                var instants = new[] { Issued, token.DueAt, end, deadAt }.OfType<DateTimeOffset>()
                    .SelectMany(at => new[] { at.AddTicks(-1), at, at.AddTicks(1) })
                    .Where(at => at >= Issued);
                return instants.All(now =>
                {
                    var isDead = RefreshPolicy.IsDead(token, Secret, now);
                    var isDue = RefreshPolicy.IsDue(token, Realm.Realm.Version, Secret.Version, now);
                    var standing = StandingRule.Of(token, Realm, Secret, now);
                    return standing.DeadAt == deadAt
                        && isDead == (deadAt <= now)
                        && standing.State == (isDead ? "dead" : isDue ? "due" : "fresh");
                });
            }));

    [Fact]
    public void A_token_of_another_account_is_dead_from_its_beginning()
    {
        var standing = StandingRule.Of(Token(Issued.AddHours(1)) with { IdentityVersion = 4 }, Realm, Secret, Issued);
        Assert.Equal(("dead", Issued), (standing.State, standing.DeadAt));
    }

    [Fact]
    public void What_is_not_there_is_never_dead()
    {
        var standing = StandingRule.Of(new TokenState(Key) { ExpiresAt = Issued }, Realm, Secret, Issued.AddDays(1));
        Assert.Equal(Standing.None(Key), standing);
    }

    [Theory]
    [InlineData(FailureKind.Transient, "failing")]
    [InlineData(FailureKind.BadCredentials, "failing")]
    [InlineData(FailureKind.Reauthorize, "failing")]
    [InlineData(FailureKind.WaitingForInput, "waiting")]
    [InlineData(FailureKind.Uncertain, "uncertain")]
    public void A_failure_that_holds_goes_before_the_age(FailureKind kind, string state)
    {
        var failed = Token(Issued.AddHours(1)) with { Failure = new TokenFailure(kind, "why"), FailureSecretVersion = 7, FailureRealmVersion = 3 };
        foreach (var now in new[] { Issued, Issued.AddHours(2) })
            Assert.Equal(state, StandingRule.Of(failed, Realm, Secret, now).State);
        Assert.Equal("due", StandingRule.Of(failed with { RealmVersion = 2, FailureRealmVersion = 2 }, Realm, Secret, Issued).State);
        Assert.Equal("fresh", StandingRule.Of(failed with { FailureSecretVersion = 6 }, Realm, Secret, Issued).State);
    }

    [Theory]
    [InlineData("", "uncertain")]
    [InlineData("""
        ,"policy":{"safe_to_repeat":true}
        """, "failing")]
    public void A_doubt_that_nothing_is_sent_in_goes_before_what_failed_since(string policy, string state)
    {
        var rotating = Entry($$"""
            ,"state":[{"name":"refresh","initial":"$key_1","path":"r"}],
             "arguments":[{"name":"refresh_token","place":"body","value":"${state.refresh}"}]{{policy}}
            """);
        var doubted = Token(Issued.AddHours(1)) with
        {
            UncertainSince = Issued,
            Failure = new TokenFailure(FailureKind.WaitingForInput, "why"),
            FailureSecretVersion = 7,
            FailureRealmVersion = 3,
        };

        var now = StandingRule.Of(doubted with { Failure = doubted.Failure! with { Kind = FailureKind.Transient } }, rotating, Secret, Issued);

        Assert.Equal(state, now.State);
        Assert.Equal(state == "failing" ? "waiting" : state, StandingRule.Of(doubted, rotating, Secret, Issued).State);
    }

    private static TokenState Token(DateTimeOffset? expiresAt) => new(Key)
    {
        SealedValue = [1],
        IssuedAt = Issued,
        ExpiresAt = expiresAt,
        ValueAttempt = 1,
        RealmVersion = 3,
        SecretVersion = 7,
        IdentityVersion = 5,
    };

    private static RealmEntry Entry(string members)
    {
        var config = $$"""{"url":"https://a.example/t","method":"POST","token_path":"t","expires_in_path":"e"{{members}} }""";
        var realm = new Realm("demo", config, 3);
        var compilation = RealmCompiler.Compile(realm.Definition);
        Assert.True(compilation.IsValid, string.Join(' ', compilation.Errors));
        return new RealmEntry(realm, compilation.Plan);
    }
}
