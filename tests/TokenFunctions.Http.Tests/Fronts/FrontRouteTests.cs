using TokenFunctions.Http.Access;
using TokenFunctions.Http.Fronts;
using TokenFunctions.Http.Tests.App;
using TokenFunctions.Http.Tests.Matrix;

namespace TokenFunctions.Http.Tests.Fronts;

/// <summary>Every route of a front, asked by everybody, in each way of hosting.</summary>
public sealed class FrontRouteTests
{
    public static TheoryData<string> Ways => [.. Hosting.All.Select(hosting => hosting.Name)];

    [Fact]
    public void A_front_serves_tokens_callers_the_audit_and_signs_of_life() => Assert.Equal(
        [
            "/", "/api/audit", "/api/cache/token", "/api/caller", "/api/caller/{id}", "/api/caller/{id}/key",
            "/api/caller/{id}/key/{key}", "/api/health", "/api/health/live", "/api/health/ready", "/api/token", "/api/version", "/api/whoami",
        ],
        RouteTable.All.Where(FrontRoutes.Serves).Select(route => route.Template)
            .Where(template => template != "/api/openapi.json").Distinct().Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Each_asker_is_served_sent_to_the_core_or_refused(string way)
    {
        var hosting = Hosting.All.Single(h => h.Name == way);
        await using var front = await FrontApp.StartAsync(hosting.Rules);
        var askers = await Askers.MakeAsync(front.Callers);
        var (cells, wrong) = (0, new List<string>());
        foreach (var (asker, route) in askers.SelectMany(_ => MatrixRoutes.All, (asker, route) => (asker, route)))
        {
            cells++;
            var expected = Expected(asker, hosting, route);
            var actual = await MatrixCell.AskAsync(front.Http, asker, route, expected.Code is not null);
            if (actual != expected) wrong.Add($"{asker.Name}, {route.Method} {route.Path}: {actual} instead of {expected}");
            // So that wrong keys do not become too many.
            if (expected.Status == 401) front.Time.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Empty(wrong);
        Assert.True(cells >= 200, $"{cells} cells");
    }

    [Fact]
    public async Task What_is_the_cores_is_not_looked_at()
    {
        await using var front = await FrontApp.StartAsync(new AccessRules { RequireLoopbackGuard = true });
        foreach (var body in new[] { "{", "[]", """{"id":"x","unknown":1}""" })
        {
            var reply = await front.SendAsync(TestApp.Json(HttpMethod.Post, "/api/realm", body));
            Assert.Equal((404, "core_only"), (reply.Status, reply.Code));
            Assert.Contains("Ask the core", reply.Text("detail"), StringComparison.Ordinal);
        }

        Assert.Equal("not_found", (await front.AskAsync(path: "/api/none")).Code);
        Assert.Empty(front.Core.Asked);
    }

    private static (int Status, string? Code) Expected(Asker asker, Hosting hosting, MatrixRoute route)
    {
        if (RouteTable.All.Any(r => r.Template == route.Template && FrontRoutes.Serves(r))) return asker.Expected(hosting, route);
        var (status, code) = asker.Expected(hosting, route with { Served = 404, Verbs = [] });
        // An answer to HEAD has no body, and with it no code.
        return (status, code ?? (route.Method == "HEAD" ? null : "core_only"));
    }
}
