using System.Net;
using TokenFunctions.App.Tests.Functions.Host;
using TokenFunctions.App.Tests.Functions.Wire;
using TokenFunctions.Testing;

namespace TokenFunctions.App.Tests.Functions;

/// <summary>Which function the host finds for a request, and whether the app serves it there.</summary>
[Collection("single apps")]
public sealed class HostRoutesTests : IDisposable
{
    private static readonly IReadOnlyList<DescribedFunction> Http =
        [.. DescribedFunction.ReadAll(FunctionsFolder.Path).Where(f => f.IsHttp)];

    // What a parameter stands for where not any name will do.
    private static readonly Dictionary<string, string> Known = new(StringComparer.Ordinal)
    {
        ["console/{room}/{file}"] = "console/words/en.json",
    };

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(HostMode.Forwarding)]
    [InlineData(HostMode.Proxying)]
    public async Task Every_function_is_reached_under_its_route_and_those_with_a_key_only_by_it(HostMode mode)
    {
        await using var app = await HostedApp.StartAsync(folder);

        foreach (var (function, method) in Http.SelectMany(f => f.Methods.Select(m => (f, m.ToUpperInvariant()))))
        {
            var request = Sample(function, method);
            var answer = await app.SendAsync(request, mode);
            Assert.Equal(function.Name, answer.Function);
            Assert.False(answer.Code is "not_found" or "method_not_allowed" or "unauthorized", $"{method} {request.Target}: {answer.Api}");
            Assert.True((int)answer.Status is >= 200 and < 500, $"{method} {request.Target}: {answer.Api}");
            var stranger = await app.Host.SendAsync(request, mode);
            Assert.Equal(function.AsksForKey, stranger.Status == HttpStatusCode.Unauthorized);
        }

        Assert.True(Http.Count > 20);
    }

    [Fact]
    public void No_two_functions_take_the_same_request_so_their_order_decides_nothing()
    {
        var pairs =
            from first in Http
            from second in Http
            where string.CompareOrdinal(first.Name, second.Name) < 0
            where first.Methods.Intersect(second.Methods, StringComparer.OrdinalIgnoreCase).Any()
            where Overlap(first.Route.Split('/'), second.Route.Split('/'))
            select $"{first.Name} and {second.Name}";

        Assert.Empty(pairs);
    }

    [Fact]
    public void No_route_takes_whatever_comes() =>
        Assert.All(Http, f => Assert.Matches("^[a-z][^*?]*$", f.Route));

    [Fact]
    public void Only_those_that_tell_of_health_and_the_page_itself_are_open() =>
        Assert.All(Http.Where(f => !f.AsksForKey), f => Assert.Matches("^(health|console)(/|$)", f.Route));

    private static ClientRequest Sample(DescribedFunction function, string method)
    {
        var route = Known.GetValueOrDefault(function.Route, function.Route);
        var target = "/api/" + string.Join('/', route.Split('/').Select(p => IsParameter(p) ? "sample" : p));
        return method == "POST" ? ClientRequest.Post(target, "{}") : new ClientRequest(method, target);
    }

    private static bool Overlap(string[] first, string[] second) => first.Length == second.Length
        && first.Zip(second).All(p => IsParameter(p.First) || IsParameter(p.Second) || p.First.Equals(p.Second, StringComparison.OrdinalIgnoreCase));

    private static bool IsParameter(string part) => part.StartsWith('{');
}
