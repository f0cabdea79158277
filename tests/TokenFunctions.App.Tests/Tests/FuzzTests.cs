using TokenFunctions.Fuzzing.Requests;
using TokenFunctions.Fuzzing.Running;
using TokenFunctions.Http;
using TokenFunctions.Testing;
using Xunit.Abstractions;

namespace TokenFunctions.App.Tests.Tests;

/// <summary>The short form of <c>bench -- fuzz</c>.</summary>
[Collection("apps")]
public sealed class FuzzTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Twenty_thousand_mutated_requests_break_nothing()
    {
        using var folder = new TempFolder();

        var report = await FuzzRun.RunAsync(new FuzzOptions(), folder.Path);

        output.WriteLine(report.ToString());
        Assert.True(report.Findings.Count == 0, report.ToString());
        // All sorts of answers: tokens and refusals, and the provider was asked.
        Assert.All([200, 201, 204, 304, 400, 401, 404, 405, 412, 413, 415], status => Assert.True(report.Statuses.ContainsKey(status), $"no {status}"));
        Assert.True(report.ProviderCalls > 50, report.ToString());
    }

    [Fact]
    public void Each_route_has_a_valid_request_to_begin_with() =>
        Assert.All(RouteTable.All, route => Assert.True(RouteSeeds.Has($"{route.Method} {route.Template}"), $"{route.Method} {route.Template}: add it to RouteSeeds"));

    [Fact]
    public void A_number_of_a_seed_is_always_the_same_request()
    {
        var one = new RequestSource(7, StandIn.Authority);
        var other = new RequestSource(7, StandIn.Authority);
        Assert.All(Enumerable.Range(0, 500), number => Assert.Equal(one.Draw(number).Bytes, other.Draw(number).Bytes));
    }
}
