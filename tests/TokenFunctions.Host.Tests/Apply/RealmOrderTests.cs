using System.Text.Json;
using TokenFunctions.Host.Apply.Differences;
using TokenFunctions.Registry;

namespace TokenFunctions.Host.Tests.Apply;

public sealed class RealmOrderTests
{
    [Theory]
    [InlineData("a b c", "a b c")]
    [InlineData("a:c b c", "c a b")]
    [InlineData("a:b b:c c", "c b a")]
    [InlineData("a:b,c b:c c:elsewhere", "c b a")]
    [InlineData("a:b b:a", "b a")]
    [InlineData("a:a", "a")]
    public void Parents_come_first_and_a_circle_ends(string realms, string order)
    {
        var ordered = RealmOrder.ParentsFirst(realms.Split(' '), realm => realm.Split(':')[0], realm => UsedRealms.In(Config(realm)));

        Assert.Equal(order.Split(' '), ordered.Select(realm => realm.Split(':')[0]));
    }

    [Theory]
    [InlineData("""{"uses":1}""")]
    [InlineData("""{"uses":[1,{},{"realm":2}]}""")]
    [InlineData("""[]""")]
    public void What_the_service_will_refuse_is_no_reason_to_stop(string config) =>
        Assert.Equal(["a"], RealmOrder.ParentsFirst(["a"], realm => realm, _ => UsedRealms.In(JsonElement.Parse(config))));

    private static JsonElement? Config(string realm)
    {
        if (realm.Split(':') is not [_, var parents]) return null;
        var uses = parents.Split(',').Select(parent => $$"""{"as":"{{parent}}","realm":"{{parent}}"}""");
        return JsonElement.Parse($$"""{"uses":[{{string.Join(',', uses)}}]}""");
    }
}
