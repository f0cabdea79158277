using TokenFunctions.Http.Console;

namespace TokenFunctions.Http.Tests.Matrix;

/// <summary>What each route needs, written down once more: the product's own table must say the same.</summary>
internal static class MatrixRoutes
{
    private const string Asked = """{"realm":"here","key":"k"}""";
    private const string Flushed = """{"realm":"here","key":"k","flush":true}""";
    private const string Realm = """{"id":"here","config":{"url":"u"}}""";
    private const string Faulty = """{"id":"here","config":{}}""";
    private const string NoSuchInput = """{"inputs":{"none":"v"}}""";
    private const string NoSuchInputUnsaved = """{"realm":{"id":"here","config":{"url":"u"}},"inputs":{"none":"v"}}""";
    private const string Curl = """{"curl":"curl https://login.example.com/token -d grant_type=client_credentials"}""";

    public static readonly IReadOnlyList<MatrixRoute> All =
    [
        .. Open("/"), .. Open("/api/health"), .. Open("/api/health/live"), .. Open("/api/health/ready"),
        .. Open("/api/console"),
        .. Open("/api/console/{room}/{file}").Select(route => route with { Path = $"/api/console/{PageFiles.Names[0]}" }),
        new("GET", "/api/whoami", 200),
        new("GET", "/api/version", 200),
        new("GET", "/api/openapi.json", 200),
        new("GET", "/api/realm-schema.json", 200),
        new("GET", "/api/preset", 200),
        new("GET", "/api/preset/{id}", 200) { Path = "/api/preset/wecom-app" },
        new("POST", "/api/realm-check", 200) { Body = Realm, Verbs = ["admin"], Reach = Reach.Realm },
        new("POST", "/api/realm-check", 200) { Body = Faulty, Verbs = ["admin"], Reach = Reach.Realm },
        new("POST", "/api/realm-draft", 200) { Body = Curl },
        .. Token("/api/token"), .. Token("/api/cache/token"),
        new("GET", "/api/realm", 200),
        new("POST", "/api/realm", 200) { Body = Realm, Verbs = ["admin"], Reach = Reach.Realm },
        new("GET", "/api/realm/{id}", 200) { Path = "/api/realm/here", Verbs = ["admin"], Reach = Reach.Realm },
        new("DELETE", "/api/realm/{id}", 412) { Path = "/api/realm/here", IfMatch = "\"1\"", Verbs = ["admin"], Reach = Reach.Realm },
        new("POST", "/api/realm/{id}/test", 400) { Path = "/api/realm/here/test", Body = NoSuchInput, Verbs = ["admin"], Reach = Reach.Realm },
        new("POST", "/api/realm-test", 400) { Body = NoSuchInputUnsaved, Verbs = ["admin"], Reach = Reach.Realm },
        new("POST", "/api/input/{realm}/{key}", 409) { Path = "/api/input/here/k", Body = "{}", Verbs = ["input"] },
        new("GET", "/api/secret", 200),
        new("POST", "/api/secret", 200) { Body = """{"realm":"here","key":"k","key_1":"v"}""", Verbs = ["admin"] },
        new("GET", "/api/secret/{realm}/{key}", 200) { Path = "/api/secret/here/k", Verbs = ["admin"] },
        new("POST", "/api/secret", 412) { Body = """{"realm":"here","key":"k","key_1":"v"}""", IfMatch = "\"1\"", Verbs = ["admin"] },
        new("DELETE", "/api/secret/{realm}/{key}", 412) { Path = "/api/secret/here/k", IfMatch = "\"1\"", Verbs = ["admin"] },
        new("DELETE", "/api/secret/{realm}/{key}", 404) { Path = "/api/secret/here/gone", Verbs = ["admin"] },
        new("GET", "/api/status", 200),
        new("GET", "/api/status", 200) { Path = "/api/status?order=trouble&state=none,fresh" },
        new("GET", "/api/status/{realm}/{key}", 200) { Path = "/api/status/here/k", Verbs = ["status"] },
        new("POST", "/api/status/{realm}/{key}/retry", 200) { Path = "/api/status/here/k/retry", Body = "{}", Verbs = ["admin"] },
        Whole("GET", "/api/caller", 200),
        Whole("GET", "/api/audit", 200),
        Whole("GET", "/api/activity", 200),
        Whole("GET", "/api/sealing", 200),
        Whole("POST", "/api/sealing/reseal", 202) with { Body = "{}" },
        Whole("GET", "/api/export", 200),
        Whole("POST", "/api/import", 200) with { Body = """{"format":1}""" },
        Whole("POST", "/api/caller", 400) with { Body = "{}" },
        Whole("GET", "/api/caller/{id}", 404) with { Path = "/api/caller/none" },
        Whole("DELETE", "/api/caller/{id}", 404) with { Path = "/api/caller/none" },
        Whole("POST", "/api/caller/{id}/key", 404) with { Path = "/api/caller/none/key", Body = "{}" },
        Whole("DELETE", "/api/caller/{id}/key/{key}", 404) with { Path = "/api/caller/none/key/abc" },
    ];

    private static IEnumerable<MatrixRoute> Open(string path) =>
        new[] { "GET", "HEAD" }.Select(method => new MatrixRoute(method, path, 200) { IsOpen = true });

    private static MatrixRoute Whole(string method, string template, int served) =>
        new(method, template, served) { Verbs = ["admin"], Reach = Reach.Service };

    private static IEnumerable<MatrixRoute> Token(string path) =>
    [
        new("GET", path, 200) { Path = $"{path}?realm=here&key=k", Verbs = ["read"] },
        new("POST", path, 200) { Body = Asked, Verbs = ["read"] },
        new("GET", path, 200) { Path = $"{path}?realm=here&key=k&flush=true", Verbs = ["read", "flush"] },
        new("POST", path, 200) { Body = Flushed, Verbs = ["read", "flush"] },
    ];
}
