using System.Globalization;

namespace TokenFunctions.Fuzzing.Requests;

/// <summary>A valid request for each route of the API.</summary>
internal static class RouteSeeds
{
    private static readonly string[] Empty = ["{}", "{}", ""];

    private static readonly Dictionary<string, Func<Samples, Draft>> All = new(StringComparer.Ordinal)
    {
        ["GET /"] = Plain("/"),
        ["HEAD /"] = Plain("/", "HEAD"),
        ["GET /api/health"] = Plain("/api/health"),
        ["HEAD /api/health"] = Plain("/api/health", "HEAD"),
        ["GET /api/health/live"] = Plain("/api/health/live"),
        ["HEAD /api/health/live"] = Plain("/api/health/live", "HEAD"),
        ["GET /api/health/ready"] = Plain("/api/health/ready"),
        ["HEAD /api/health/ready"] = Plain("/api/health/ready", "HEAD"),
        ["GET /api/console"] = Plain("/api/console"),
        ["HEAD /api/console"] = Plain("/api/console", "HEAD"),
        ["GET /api/console/{room}/{file}"] = s => Tagged(PageFile("GET", s), s),
        ["HEAD /api/console/{room}/{file}"] = s => Tagged(PageFile("HEAD", s), s),
        ["GET /api/whoami"] = Plain("/api/whoami"),
        ["GET /api/activity"] = s => new("GET", "/api/activity") { Query = s.Chance.OneIn(2) ? ["hours=2"] : [] },
        ["GET /api/version"] = Plain("/api/version"),
        ["GET /api/openapi.json"] = Plain("/api/openapi.json"),
        ["GET /api/export"] = s => new("GET", "/api/export") { Query = s.Chance.OneIn(2) ? [$"realm={Uri.EscapeDataString(s.Realm())}"] : ["callers=true"] },
        ["POST /api/import"] = TransferSeeds.Import,
        ["GET /api/token"] = s => TokenSeeds.ByQuery("/api/token", s),
        ["POST /api/token"] = s => TokenSeeds.ByBody("/api/token", s),
        ["GET /api/cache/token"] = s => TokenSeeds.ByQuery("/api/cache/token", s),
        ["POST /api/cache/token"] = s => TokenSeeds.ByBody("/api/cache/token", s),
        ["GET /api/realm"] = s => List("/api/realm", s, false),
        ["POST /api/realm"] = s => Conditional(Draft.Json("POST", "/api/realm", s.RealmOf(s.OwnRealm()).Body), s),
        ["GET /api/realm/{id}"] = s => new("GET", Samples.Path("/api/realm/{0}", s.Realm())),
        ["DELETE /api/realm/{id}"] = s => Conditional(
            new("DELETE", Samples.Path("/api/realm/{0}", s.OwnRealm())) { Query = s.Chance.OneIn(2) ? ["force=true"] : [] }, s),
        ["POST /api/realm/{id}/test"] = s => Draft.Json("POST", Samples.Path("/api/realm/{0}/test", s.Realm()), TrialSeeds.Stored(s)),
        ["POST /api/realm-test"] = s => Draft.Json("POST", "/api/realm-test", TrialSeeds.Unsaved(s)),
        ["POST /api/realm-check"] = s => Draft.Json("POST", "/api/realm-check", s.RealmOf(s.OwnRealm()).Body),
        ["POST /api/realm-draft"] = s => Draft.Json("POST", "/api/realm-draft", s.DraftBody()),
        ["GET /api/realm-schema.json"] = Plain("/api/realm-schema.json"),
        ["GET /api/preset"] = s => List("/api/preset", s, false),
        ["GET /api/preset/{id}"] = s => new("GET", Samples.Path("/api/preset/{0}", s.Chance.Pick("wecom-app", "slack", "nobody"))),
        ["POST /api/input/{realm}/{key}"] = s => Draft.Json(
            "POST", Samples.Path("/api/input/{0}/{1}", s.Chance.OneIn(3) ? s.Realm() : "live-input", s.Key()), $$"""{"ticket":"{{s.Value()}}"}"""),
        ["GET /api/secret"] = s => List("/api/secret", s, true),
        ["POST /api/secret"] = s => Conditional(Draft.Json("POST", "/api/secret", SecretSeeds.Body(s)), s),
        ["GET /api/secret/{realm}/{key}"] = s => new("GET", Samples.Path("/api/secret/{0}/{1}", s.Realm(), s.Key())),
        ["DELETE /api/secret/{realm}/{key}"] = s => Conditional(
            new("DELETE", Samples.Path("/api/secret/{0}/{1}", s.OwnRealm(), s.Key())), s),
        ["GET /api/status"] = Statuses,
        ["GET /api/status/{realm}/{key}"] = s => new("GET", Samples.Path("/api/status/{0}/{1}", s.Realm(), s.Key())),
        ["POST /api/status/{realm}/{key}/retry"] = s => Optional(Samples.Path("/api/status/{0}/{1}/retry", s.Realm(), s.Key()), s),
        ["GET /api/caller"] = s => List("/api/caller", s, false),
        ["POST /api/caller"] = s => Conditional(Draft.Json("POST", "/api/caller", CallerSeeds.Body(s)), s),
        ["GET /api/caller/{id}"] = s => new("GET", Samples.Path("/api/caller/{0}", s.Caller())),
        ["DELETE /api/caller/{id}"] = s => Conditional(new("DELETE", Samples.Path("/api/caller/{0}", s.Caller())), s),
        ["POST /api/caller/{id}/key"] = s => Optional(Samples.Path("/api/caller/{0}/key", s.Caller()), s),
        ["DELETE /api/caller/{id}/key/{key}"] = s => new("DELETE", Samples.Path("/api/caller/{0}/key/{1}", s.Caller(), "k1")),
        ["GET /api/audit"] = CallerSeeds.Audit,
        ["GET /api/sealing"] = Plain("/api/sealing"),
        ["POST /api/sealing/reseal"] = s => Draft.Json("POST", "/api/sealing/reseal", s.Chance.Pick("{}", """{"stop":true}""")),
    };

    /// <summary>What makes a valid request for the route.</summary>
    /// <exception cref="KeyNotFoundException">The route has none; add it.</exception>
    public static Func<Samples, Draft> Of(string route) => All[route];

    /// <summary>Whether there is one for the route.</summary>
    public static bool Has(string route) => All.ContainsKey(route);

    private static Func<Samples, Draft> Plain(string path, string method = "GET") => s => Tagged(new(method, path), s);

    private static Draft List(string path, Samples samples, bool byRealm)
    {
        var draft = new Draft("GET", path);
        var chance = samples.Chance;
        if (chance.OneIn(2)) draft.Query.Add(string.Create(CultureInfo.InvariantCulture, $"page={1 + chance.Below(3)}"));
        if (chance.OneIn(2)) draft.Query.Add(string.Create(CultureInfo.InvariantCulture, $"pageSize={1 + chance.Below(500)}"));
        if (chance.OneIn(3)) draft.Query.Add($"keyword={chance.Pick("r", "live", "a%40b", "%F0%9F%98%80")}");
        if (byRealm && chance.OneIn(2)) draft.Query.Add($"realm={Uri.EscapeDataString(samples.Realm())}");
        return draft;
    }

    private static Draft PageFile(string method, Samples samples) =>
        new(method, Samples.Path("/api/console/{0}/{1}", "words", samples.Chance.Pick("en.json", "zh-CN.json", "none.js")));

    private static Draft Statuses(Samples samples)
    {
        var draft = List("/api/status", samples, true);
        if (samples.Chance.OneIn(2)) draft.Query.Add("order=trouble");
        if (samples.Chance.OneIn(2)) draft.Query.Add($"state={samples.Chance.Pick("failing", "none,fresh", "dead%2Cdue,uncertain,waiting")}");
        return draft;
    }

    private static Draft Optional(string path, Samples samples)
    {
        var body = samples.Chance.Pick(Empty);
        return body.Length > 0 ? Draft.Json("POST", path, body) : new Draft("POST", path) { Body = [] };
    }

    private static Draft Conditional(Draft draft, Samples samples)
    {
        if (samples.Chance.OneIn(6)) draft.Headers.Add(samples.Chance.Pick("If-Match: \"1\"", "If-Match: *", "If-Match: \"2\"", "If-None-Match: *"));
        return draft;
    }

    private static Draft Tagged(Draft draft, Samples samples)
    {
        if (samples.Chance.OneIn(4)) draft.Headers.Add(samples.Chance.Pick("If-None-Match: \"1\"", "If-None-Match: *", "If-None-Match: W/\"a\", \"b\""));
        return draft;
    }
}
