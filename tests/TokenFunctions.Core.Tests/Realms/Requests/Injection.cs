using FsCheck;
using FsCheck.Fluent;
using TokenFunctions.Core.Tests.Realms.Doubles;
using TokenFunctions.Realms;

namespace TokenFunctions.Core.Tests.Realms.Requests;

/// <summary>Puts values of every kind into plans, and reads what was sent.</summary>
internal static class Injection
{
    private static readonly string[] Odd =
    [
        "", " ", "\t", "\n", "\u0000", "ä", "😀", "[]", "{}", "%", "%0d%0a", "\u2028", "1,2", "1}", "1", "true", "null", "\\", "\"", "\\u0022",
        "a.b", "a:1", "a@b", "a/b", "\uFFFE", "&lt;", "' x='1", "\" x=\"1",
    ];

    /// <summary>Checks a plan with noise and with what noise seldom holds.</summary>
    public static void Check(string source, Func<InjectionPlans, RealmPlan> plan, Func<RealmPlan, string, bool> holds)
    {
        var meant = plan(new InjectionPlans(ValueSource.Find(source)));
        Prop.ForAll<string>(noise =>
        {
            var value = string.Concat((noise ?? "").EnumerateRunes());
            string[] all =
            [
                value, value + "&a=1", "=;+%20 " + value, $"/{value}?#@:\\", value + "\r\nX-Evil: 1", "\",\"evil\":\"" + value, "${v}$v$$" + value,
                $"</c><e f='g'>{value}]]>--><!--", $"\\\",\"evil\":{{\"{value}", "{p}" + value,
            ];
            return all.All(each => holds(meant, each));
        }).Check(FsCheck.Config.QuickThrowOnFailure.WithMaxTest(30));
        foreach (var value in Odd) Assert.True(holds(meant, value), value);
    }

    public static Sent Send(RealmPlan plan, string value) => Sent.Of(plan.Request!, ValueSource.Scope(plan, value));

    public static IEnumerable<(string Name, string Value)> Pairs(string text) => text.Split('&').Select(pair =>
    {
        var parts = pair.Split('=');
        return (Uri.UnescapeDataString(parts[0]), Uri.UnescapeDataString(parts[1]));
    });
}
