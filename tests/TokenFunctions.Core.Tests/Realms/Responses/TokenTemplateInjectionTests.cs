using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using TokenFunctions.Core.Tests.Realms.Doubles;
using TokenFunctions.Realms;
using TokenFunctions.Testing;

namespace TokenFunctions.Core.Tests.Realms.Responses;

/// <summary>What an answer or a secret holds is one value of the token that is made of it.</summary>
public sealed class TokenTemplateInjectionTests
{
    private const string Text = "<${v}|${response.v}>";

    private static readonly RealmPlan Members = Plan("""{"a":"${response.v}","b":["<${response.v}>"],"c":"${v}","d":"${response.j.@json.v}"}""");
    private static readonly RealmPlan Joined = Plan($"\"{Text}\"");

    [Fact]
    public void A_value_adds_no_member_and_is_never_expanded_again() => Check(value =>
    {
        var token = JsonElement.Parse(Token(Members, value)!);
        return token.EnumerateObject().Select(member => member.Name).SequenceEqual(["a", "b", "c", "d"])
            && token.GetProperty("a").GetString() == value && token.GetProperty("c").GetString() == value && token.GetProperty("d").GetString() == value
            && Assert.Single(token.GetProperty("b").EnumerateArray()).GetString() == $"<{value}>";
    });

    [Fact]
    public void A_token_in_one_text_is_what_the_template_says_or_there_is_none() => Check(value =>
        Token(Joined, value) == (value.Any(char.IsControl) ? null : $"<{value}|{value}>"));

    private static void Check(Func<string, bool> holds) => Prop.ForAll<string>(noise =>
    {
        var value = string.Concat((noise ?? "").EnumerateRunes());
        string[] all = [value + "x", "\",\"evil\":\"" + value, "${v}${response.v}$v$$" + value, value + "\r\nX-Evil: 1", "{\"a\":" + value, "\\" + value];
        return all.All(holds);
    }).QuickCheckThrowOnFailure();

    private static string? Token(RealmPlan plan, string value)
    {
        var body = new JsonObject { ["access_token"] = "t", ["expires_in"] = 60, ["v"] = value, ["j"] = new JsonObject { ["v"] = value }.ToJsonString() };
        using var client = new RealmClient(CannedProvider.Answering(body.ToJsonString()), new ManualTime(Ask.Now));
        return client.AskAsync(plan, Ask.Secret(("v", value)), Ask.Long).GetAwaiter().GetResult().Token?.Value.Reveal();
    }

    private static RealmPlan Plan(string template) => Ask.Compile(Ask.Config($$""" "response":{"token_template":{{template}}} """));
}
