using System.Net;
using TokenFunctions.Http.Access;
using TokenFunctions.Http.Callers;
using TokenFunctions.Http.Tests.App;

namespace TokenFunctions.Http.Tests.Matrix;

/// <summary>All kinds of askers, and the callers that they are.</summary>
internal static class Askers
{
    private const string Principal = "X-MS-CLIENT-PRINCIPAL";
    private const string App = "11111111-2222-3333-4444-555555555555";
    private const string OtherApp = "99999999-2222-3333-4444-555555555555";
    private static readonly (int, string)? Unauthorized = (401, "unauthorized");

    public static async Task<IReadOnlyList<Asker>> MakeAsync(CallerStore callers)
    {
        var whole = await callers.AddAsync(Of("whole", Reach.Service, [.. Enum.GetValues<Verb>()]));
        var gone = await callers.AddAsync(Of("ended", Reach.Service, Verb.Admin), Samples.Noon);
        var far = await callers.AddAsync(Of("far", Reach.Service, Verb.Admin) with { Networks = [IPNetwork.Parse("10.0.0.0/8")] });
        await callers.AddAsync(Of("app", Reach.Service, [.. Enum.GetValues<Verb>()]) with { EntraAppId = App });
        await callers.AddAsync(Of("role", Reach.Key, Verb.Read) with { EntraRole = "Tokens.Read" });
        return
        [
            new("nobody") { Refused = Keyless },
            new("a function key", ("x-functions-key", "host-key")) { Refused = Keyless },
            new("the admin key", ("x-api-key", TestApp.AdminKey)) { Refused = AdminOnly },
            new("the admin key as bearer", ("Authorization", $"Bearer {TestApp.AdminKey}")) { Refused = AdminOnly },
            new("a wrong key", ("x-api-key", "wrong")) { Refused = _ => Unauthorized },
            new("a key of no caller", ("x-api-key", CallerSetUp.Unknown())) { Refused = _ => Unauthorized },
            new("another key of a caller", ("x-api-key", ApiKey.Create("whole").Reveal())) { Refused = _ => Unauthorized },
            new("two keys", ("x-api-key", whole), ("Authorization", $"Bearer {CallerSetUp.Unknown()}")) { Refused = _ => Unauthorized },
            new("a damaged key", ("x-api-key", CallerSetUp.Damage(whole))) { Refused = _ => (401, "damaged_key") },
            new("an ended key", ("x-api-key", gone)) { Refused = _ => (401, "expired_key") },
            new("a wrong network", ("x-api-key", far), ("CLIENT-IP", "192.0.2.7:4711")) { Refused = h => Network(h, isRight: false) },
            new("a right network", ("x-api-key", far), ("CLIENT-IP", "10.1.2.3:4711"))
            {
                Refused = h => Network(h, isRight: true), Verbs = ["admin"],
            },
            new("an Entra app", (Principal, CallerSetUp.Principal(("appid", App)))) { Refused = h => Identity(h, null), IsForged = true },
            new("an Entra role", (Principal, CallerSetUp.Principal(("azp", OtherApp), ("roles", "Tokens.Read"))))
            {
                Refused = h => Identity(h, null), IsForged = true, Verbs = ["read"], Reach = Reach.Key,
            },
            new("an Entra app that is no caller", (Principal, CallerSetUp.Principal(("azp", OtherApp))))
            {
                Refused = h => Identity(h, (403, "unknown_identity")), IsForged = true,
            },
            new("a forged name", (Principal + "-NAME", "admin")) { Refused = h => Identity(h, Unauthorized), IsForged = true },
            .. await SinglesAsync(callers),
        ];
    }

    private static async Task<List<Asker>> SinglesAsync(CallerStore callers)
    {
        var askers = new List<Asker>();
        foreach (var (verb, reach) in Enum.GetValues<Verb>().SelectMany(_ => Enum.GetValues<Reach>(), (verb, reach) => (verb, reach)))
        {
            var name = $"{Verbs.NameOf(verb)}-{reach}";
            var key = await callers.AddAsync(Of(name, reach, verb));
            askers.Add(new Asker(name, ("Authorization", $"Bearer {key}")) { Verbs = [Verbs.NameOf(verb)], Reach = reach });
        }

        return askers;
    }

    private static Caller Of(string id, Reach reach, params Verb[] verbs)
    {
        return new Caller(id)
        {
            Allow = reach switch
            {
                Reach.OtherKey => [Rule("here", "other")],
                Reach.Key => [Rule("here", "k"), Rule("here", "gone")],
                Reach.Realm => [Rule("here", "*")],
                _ => [Rule("*", "*")],
            },
        };

        CallerRule Rule(string realm, string key) => new(NamePattern.Parse(realm)!, NamePattern.Parse(key)!, verbs);
    }

    private static (int, string)? Keyless(Hosting hosting) => hosting.ServesKeyless ? null : Unauthorized;

    private static (int, string)? AdminOnly(Hosting hosting) => hosting.HasAdminKey ? null : Unauthorized;

    private static (int, string)? Network(Hosting hosting, bool isRight)
    {
        if (!hosting.SeesAddresses) return (403, "unknown_network");
        // By itself the service believes its connections and no header: all come from this machine.
        return isRight && hosting.Rules.IsBehindHost ? null : (403, "wrong_network");
    }

    private static (int, string)? Identity(Hosting hosting, (int, string)? where) =>
        hosting.HasIdentity ? where : (400, "foreign_identity");
}
