using TokenFunctions.Client.Attaching;
using TokenFunctions.Client.Tests.Attaching.Cases;
using TokenFunctions.Client.Tests.Attaching.Doubles;

namespace TokenFunctions.Client.Tests.Attaching;

/// <summary>The exact traffic of each kind of request, answer and setting, as the API sees it.</summary>
public sealed class HandlerTableTests
{
    private static readonly Dictionary<string, HandlerCase> Cases = new[]
    {
        PlaceCases.All, ContentCases.All, MethodCases.All, AnswerCases.All, RedirectCases.All,
    }.SelectMany(cases => cases).ToDictionary(row => row.Name, StringComparer.Ordinal);

    public static TheoryData<string> Names => [.. Cases.Keys];

    // What cannot be written without waiting cannot be sent so by the framework either.
    public static TheoryData<string> NamesWithoutWaiting =>
        [.. Cases.Keys.Where(name => !name.Contains("own kind", StringComparison.Ordinal)
            && !name.Contains("JSON that comes", StringComparison.Ordinal))];

    [Fact]
    public void The_table_has_its_size() => Assert.True(Cases.Count >= 40);

    [Theory]
    [MemberData(nameof(Names))]
    public Task The_traffic_is_as_expected(string name) =>
        RunAsync(Cases[name], (client, request) => client.SendAsync(request));

    [Theory]
    [MemberData(nameof(NamesWithoutWaiting))]
    public Task The_traffic_is_the_same_where_the_caller_waits_on_its_thread(string name) =>
        RunAsync(Cases[name], (client, request) => Task.Run(() => client.Send(request)));

    private static async Task RunAsync(
        HandlerCase row, Func<HttpClient, HttpRequestMessage, Task<HttpResponseMessage>> send)
    {
        await using var api = await ApiDouble.StartAsync(row.Answers);
        var source = new CountedSource(row.Told) { RenewalFailure = row.RenewalFailure, NeverRenews = row.NeverRenews };
        using var client = Clients.For(api, source, row.Set);
        var parts = row.Request.Split(' ', 2);
        using var request = new HttpRequestMessage(new(parts[0]), parts[1]) { Content = row.Content() };
        row.Say(request);
        var before = request.Headers.ToString();

        using var response = await send(client, request);

        Assert.Equal(row.Traffic, api.Lines);
        Assert.Equal(row.Status, (int)response.StatusCode);
        AssertOutcome(row, response.GetTokenOutcome()!, source);
        Assert.Same(request, response.RequestMessage);
        Assert.Equal(before, request.Headers.ToString());
        Assert.Equal(new Uri(api.Address, parts[1]), request.RequestUri);
        Assert.Equal(BodyOf(row, api.Requests.Count), await response.Content.ReadAsStringAsync());
    }

    private static void AssertOutcome(HandlerCase row, TokenOutcome outcome, CountedSource source)
    {
        Assert.Equal(row.Reports, source.Reports.Count);
        Assert.All(source.Reports, report => Assert.Equal(1, report));
        Assert.Equal(row.Reports > 0 ? 1 : null, outcome.Reported);
        Assert.Equal(row.IsRefused, outcome.IsRefused);
        Assert.Equal(row.IsRepeated, outcome.IsRepeated);
        Assert.Equal(row.IsRepeated ? 2 : 1, outcome.Generation);
        Assert.Equal(row.FailureCode, outcome.RenewalFailure?.Code);
    }

    private static string BodyOf(HandlerCase row, int requests)
    {
        if (row.Request.StartsWith("HEAD ", StringComparison.Ordinal)) return "";
        return row.Answers[Math.Min(requests, row.Answers.Length) - 1].Body.TrimStart('\uFEFF');
    }
}
