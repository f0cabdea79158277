using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using TokenFunctions.Core.Tests.Realms.Doubles;
using TokenFunctions.Realms;
using TokenFunctions.Realms.Templates;

namespace TokenFunctions.Core.Tests.Realms.Requests;

/// <summary>Whatever a secret holds, it stays the value of the one thing it was meant for.</summary>
public sealed class InjectionTests
{
    private const string Arguments = """
        "arguments":[{"name":"q","place":"url","value":"x${v}"},{"name":"b","place":"body","value":"$v"},{"name":"c","place":"body","value":"${v}&z=1"}]
        """;

    private static readonly RealmPlan Form =
        Ask.Compile(Ask.Config(Arguments + ""","content_type":"form" """, "https://h.example/a/${v}/t?p=${v}"));

    private static readonly RealmPlan Json = Ask.Compile(Ask.Config(Arguments));
    private static readonly RealmPlan Header = Ask.Compile(Ask.Config("""
        "arguments":[{"name":"X-V","place":"header","value":"<${v}>"}]
        """));

    [Fact]
    public void A_value_can_add_no_pair_to_a_query_or_form_and_no_segment_to_a_path() => Check(value =>
    {
        if (value is "." or "..") return true;
        using var request = Build(Form, value)!;
        var uri = request.RequestUri!;
        var body = request.Content!.ReadAsStringAsync().GetAwaiter().GetResult();
        return uri.Host == "h.example"
            && uri.AbsolutePath.Count(c => c == '/') == 3 && Uri.UnescapeDataString(uri.AbsolutePath) == $"/a/{value}/t"
            && Pairs(uri.Query.TrimStart('?')).SequenceEqual([("p", value), ("q", "x" + value)])
            && Pairs(body.Replace('+', ' ')).SequenceEqual([("b", value), ("c", value + "&z=1")]);
    });

    [Fact]
    public void A_value_can_add_no_member_to_a_JSON_body() => Check(value =>
    {
        using var request = Build(Json, value)!;
        using var body = JsonDocument.Parse(request.Content!.ReadAsStringAsync().GetAwaiter().GetResult());
        return body.RootElement.EnumerateObject().Select(member => (member.Name, member.Value.GetString()))
            .SequenceEqual([("b", value), ("c", value + "&z=1")]);
    });

    [Fact]
    public void A_value_can_add_no_header() => Check(value =>
    {
        using var request = Build(Header, value);
        if (request is null) return value.Any(c => c is < ' ' or > '~' && c != '\t');
        return string.Join(",", request.Headers.NonValidated.Select(header => header.Key)) == "X-V,Accept,User-Agent"
            && request.Headers.NonValidated["X-V"].ToString() == $"<{value}>";
    });

    // Noise alone seldom holds the characters that matter; each value is tried with all of them in it, too.
    private static void Check(Func<string, bool> holds)
    {
        Prop.ForAll<string>(noise =>
        {
            var value = Wellformed(noise ?? "");
            return holds(value) && holds(value + "&a=1") && holds("=;+%20 " + value) && holds($"/{value}?#@:\\")
                && holds(value + "\r\nX-Evil: 1") && holds("\",\"evil\":\"" + value) && holds("${v}$v$$" + value);
        }).QuickCheckThrowOnFailure();
        foreach (var value in new[] { "", " ", "\t", "\u0000", "ä", "😀", "[]", "%", "%0d%0a", "\u2028" }) Assert.True(holds(value), value);
    }

    // Half a surrogate pair has no form on any wire; it must not throw, but it does not come back as it was.
    private static string Wellformed(string text)
    {
        using var ignored = Build(Form, text + "\ud800");
        using var ignoredToo = Build(Json, text + "\udc00");
        return string.Concat(text.EnumerateRunes());
    }

    private static HttpRequestMessage? Build(RealmPlan plan, string value) =>
        plan.Request!.Build(new AttemptScope(new CallMaterial(Ask.Secret(("v", value))), DateTimeOffset.UnixEpoch)).Message;

    private static IEnumerable<(string Name, string Value)> Pairs(string text) => text.Split('&').Select(pair =>
    {
        var parts = pair.Split('=');
        return (Uri.UnescapeDataString(parts[0]), Uri.UnescapeDataString(parts[1]));
    });
}
