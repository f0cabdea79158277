using TokenFunctions.Http.Access;
using TokenFunctions.Http.Callers;

namespace TokenFunctions.Http.Tests.Callers;

public sealed class CallerRuleTests
{
    [Theory]
    [InlineData("wecom", "crm", Verb.Read, true)]
    [InlineData("wecom", "crm", Verb.Flush, false)]
    [InlineData("wecom", "erp", Verb.Read, false)]
    [InlineData("wechat", "crm", Verb.Read, false)]
    [InlineData("wechat", "shop-1", Verb.Status, true)]
    [InlineData("wechat", "shop-1", Verb.Read, false)]
    public void A_caller_may_what_one_of_its_rules_says(string realm, string key, Verb verb, bool may)
    {
        var caller = Caller(Rule("wecom", "crm", Verb.Read), Rule("we*", "shop-*", Verb.Status));
        Assert.Equal(may, Requester.Of(caller).May(verb, realm, key));
    }

    [Fact]
    public void No_verb_includes_another()
    {
        foreach (var verb in Enum.GetValues<Verb>())
        {
            var who = Requester.Of(Caller(Rule("*", "*", verb)));
            Assert.All(Enum.GetValues<Verb>(), other => Assert.Equal(
                (other == verb, other == verb, other == verb), (who.May(other, "r", "k"), who.MayAll(other, "r"), who.MayAll(other))));
        }
    }

    [Fact]
    public void What_needs_all_keys_is_not_allowed_by_rules_for_some()
    {
        var who = Requester.Of(Caller(Rule("*", "a*", Verb.Admin), Rule("wecom", "*", Verb.Admin), Rule("*", "*", Verb.Read)));
        Assert.Equal((true, false, false), (who.MayAll(Verb.Admin, "wecom"), who.MayAll(Verb.Admin, "wechat"), who.MayAll(Verb.Admin)));
    }

    [Fact]
    public void A_caller_without_rules_may_nothing()
    {
        var who = Requester.Of(Caller());
        Assert.All(Enum.GetValues<Verb>(), verb => Assert.False(who.May(verb, "r", "k")));
    }

    private static Caller Caller(params CallerRule[] rules) => new("c") { Allow = rules };

    private static CallerRule Rule(string realm, string key, Verb verb) =>
        new(NamePattern.Parse(realm)!, NamePattern.Parse(key)!, [verb]);
}
