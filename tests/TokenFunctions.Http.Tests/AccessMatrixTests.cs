using Microsoft.Extensions.DependencyInjection;
using TokenFunctions.Http.Tests.App;
using TokenFunctions.Http.Tests.Matrix;
using TokenFunctions.Http.Tests.OpenApi;
using TokenFunctions.Realms;
using TokenFunctions.Storage;
using TokenFunctions.Tokens;

namespace TokenFunctions.Http.Tests;

/// <summary>Every route, asked by everybody, in each way of hosting.</summary>
public sealed class AccessMatrixTests
{
    public static TheoryData<string> Ways => [.. Hosting.All.Select(hosting => hosting.Name)];

    [Fact]
    public void Every_route_has_a_row_and_every_row_a_route() => Assert.Equal(
        RouteTable.All.Select(route => $"{route.Method} {route.Template}").Order(StringComparer.Ordinal),
        MatrixRoutes.All.Select(route => $"{route.Method} {route.Template}").Distinct().Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Each_asker_is_served_or_refused_as_the_table_says(string way)
    {
        var hosting = Hosting.All.Single(h => h.Name == way);
        await using var app = await TestApp.StartAsync(hosting.Rules);
        await SetUpAsync(app);
        var askers = await Askers.MakeAsync(app.Parts.Callers);
        using var http = new HttpClient(new ContractHandler(new SocketsHttpHandler { UseProxy = false })) { BaseAddress = app.Http.BaseAddress };
        var (cells, wrong) = (0, new List<string>());
        foreach (var (asker, route) in askers.SelectMany(_ => MatrixRoutes.All, (asker, route) => (asker, route)))
        {
            cells++;
            var expected = asker.Expected(hosting, route);
            var actual = await MatrixCell.AskAsync(http, asker, route, expected.Code is not null);
            if (actual != expected) wrong.Add($"{asker.Name}, {route.Method} {route.Path}: {actual} instead of {expected}");
            // So that wrong keys do not become too many.
            if (expected.Status == 401) app.Parts.Time.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Empty(wrong);
        Assert.True(cells >= 200, $"{cells} cells");
    }

    private static async Task SetUpAsync(TestApp app)
    {
        app.Parts.Core.Answer = app.Parts.Front.Answer = request => TokenResult.Of(Samples.Token(request.Key));
        var registrar = app.Services.GetRequiredService<Registrar>();
        await registrar.SaveRealmAsync(new RealmDefinition("here", """{"url":"u"}"""), _ => true, CancellationToken.None);
        var fields = new Dictionary<string, SecretText>(StringComparer.Ordinal) { ["key_1"] = new("v") };
        await registrar.SaveSecretAsync(new SecretDraft(new TokenKey("here", "k"), new SecretFields(fields)), CancellationToken.None);
    }
}
