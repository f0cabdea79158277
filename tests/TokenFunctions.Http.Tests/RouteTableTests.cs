namespace TokenFunctions.Http.Tests;

public sealed class RouteTableTests
{
    [Fact]
    public void Routes_are_under_api_and_away_from_the_names_that_the_Functions_host_keeps()
    {
        Assert.All(RouteTable.All.Where(r => r.Template != "/"), r => Assert.StartsWith("/api/", r.Template, StringComparison.Ordinal));
        Assert.DoesNotContain(RouteTable.All, r => r.Template.StartsWith("/api/admin", StringComparison.Ordinal));
        Assert.DoesNotContain(RouteTable.All, r => r.Template.StartsWith("/api/runtime", StringComparison.Ordinal));
        Assert.Distinct(RouteTable.All.Select(r => $"{r.Method} {r.Template}"));
    }

    [Fact]
    public void Only_the_root_the_probes_and_the_console_are_anonymous() => Assert.Equal(
        ["/", "/api/health", "/api/health/live", "/api/health/ready", "/api/console", "/api/console/{room}/{file}"],
        RouteTable.All.Where(r => r.IsAnonymous).Select(r => r.Template).Distinct());
}
