using TokenFunctions.App.Tests.Clients;
using TokenFunctions.Testing;

namespace TokenFunctions.App.Tests.Tests;

/// <summary>The clients of docs/clients.md, against the service: what they send to it and to the API, request by request.</summary>
[Collection("single apps")]
public sealed class ClientTests(ClientService service) : IClassFixture<ClientService>
{
    private const int Crowd = 20;

    [Theory]
    [Client("node"), Client("urllib"), Client("requests"), Client("java")]
    public async Task When_the_API_refuses_a_token_one_call_reports_it_and_each_request_is_repeated_once(string client)
    {
        await using var scene = await ClientScene.OpenAsync(service, client, dead: 1);
        scene.Api.GatherRefused(Crowd);

        var outcomes = await scene.Program.SendAsync(Crowd, "GET", "/orders");

        Assert.Equal(Enumerable.Repeat("200:GET:", Crowd), outcomes);
        Assert.Equal([.. Enumerable.Repeat("GET /orders 1", Crowd), .. Enumerable.Repeat("GET /orders 2", Crowd)], scene.Api.Requests);
        Assert.Equal(["", $"invalid={scene.Relay.Generations[0]}"], scene.Relay.Asked);
        Assert.Equal(2, scene.Provider.Calls);
    }

    [Theory]
    [Client("node"), Client("urllib"), Client("requests"), Client("java")]
    public async Task What_is_refused_again_is_given_to_the_program(string client)
    {
        await using var scene = await ClientScene.OpenAsync(service, client);

        Assert.Equal(["401:refused"], await scene.Program.SendAsync(1, "GET", "/never"));

        Assert.Equal(["GET /never 1", "GET /never 2"], scene.Api.Requests);
        Assert.Equal(["", $"invalid={scene.Relay.Generations[0]}"], scene.Relay.Asked);
    }

    [Theory]
    [Client("node"), Client("urllib"), Client("requests"), Client("java")]
    public async Task A_body_is_sent_again_with_the_repeat(string client)
    {
        await using var scene = await ClientScene.OpenAsync(service, client, dead: 1);

        Assert.Equal(["200:POST:an-order"], await scene.Program.SendAsync(1, "POST", "/orders", "an-order"));

        Assert.Equal(["POST /orders 1", "POST /orders 2"], scene.Api.Requests);
    }

    [Theory]
    [Client("node"), Client("urllib"), Client("requests")]
    public async Task A_stream_is_not_repeated(string client)
    {
        await using var scene = await ClientScene.OpenAsync(service, client, dead: 1);

        Assert.Equal(["401:refused"], await scene.Program.SendAsync(1, "STREAM", "/orders", "an-order"));

        Assert.Equal(["POST /orders 1"], scene.Api.Requests);
        Assert.Equal([""], scene.Relay.Asked);
    }

    [Theory]
    [Client("node"), Client("urllib"), Client("requests"), Client("java")]
    public async Task Without_a_token_nothing_is_sent_and_one_failure_answers_all_until_its_time(string client)
    {
        await using var scene = await ClientScene.OpenAsync(service, client, problem: "upstream_throttled");

        var outcomes = await scene.Program.SendAsync(Crowd, "GET", "/orders");

        Assert.Equal(Enumerable.Repeat("no-token:upstream_throttled:30", Crowd), outcomes);
        Assert.Empty(scene.Api.Requests);
        Assert.Equal([""], scene.Relay.Asked);
    }

    [Theory]
    [Client("node"), Client("urllib"), Client("requests"), Client("java")]
    public async Task What_the_service_refuses_is_told_by_its_code(string client)
    {
        await using var scene = await ClientScene.OpenAsync(service, client, key: "absent");

        Assert.Equal(["no-token:unknown_secret:1"], await scene.Program.SendAsync(1, "GET", "/orders"));

        Assert.Empty(scene.Api.Requests);
    }

    [Theory]
    [Client("node"), Client("urllib"), Client("requests"), Client("java")]
    public async Task A_token_goes_to_its_API_alone(string client)
    {
        await using var scene = await ClientScene.OpenAsync(service, client);

        Assert.Equal(["wrong-host"], await scene.Program.SendAsync(1, "GET", $"{scene.Stranger.Address}/orders"));
        Assert.Empty(scene.Stranger.Requests);

        var redirected = await scene.Program.SendAsync(1, "GET", $"/away?to={scene.Stranger.Address}/elsewhere");
        var isFollowed = client != "java";
        Assert.Equal([isFollowed ? "401:refused" : "302:"], redirected);
        Assert.Equal(isFollowed ? ["GET /elsewhere -"] : [], scene.Stranger.Requests);
        Assert.Equal(["GET /away 1"], scene.Api.Requests);
        Assert.Equal([""], scene.Relay.Asked);
    }

    [Theory]
    [Client("node"), Client("urllib"), Client("requests"), Client("java")]
    public async Task While_the_service_is_away_a_living_token_is_used(string client)
    {
        // It may be kept for half a second.
        await using var scene = await ClientScene.OpenAsync(service, client, "replaces", overlapSeconds: 1);
        Assert.Equal(["200:GET:"], await scene.Program.SendAsync(1, "GET", "/orders"));
        scene.Relay.IsAway = true;

        await Eventually.HoldsAsync(
            async () =>
            {
                Assert.Equal(["200:GET:"], await scene.Program.SendAsync(1, "GET", "/orders"));
                return scene.Relay.Asked.Count > 1;
            },
            "The service is asked again");

        Assert.All(scene.Api.Requests, request => Assert.Equal("GET /orders 1", request));
        Assert.Equal(1, scene.Provider.Calls);
    }

    [Theory]
    [Client("node")]
    public async Task While_the_service_is_away_no_token_is_used_beyond_its_end(string client)
    {
        var start = await ClientCommands.OfAsync(client, "token-end.mjs");
        await using var program = ClientProgram.Start(start, new Dictionary<string, string>());

        Assert.Equal((0, "living living living upstream_unavailable of 3\n", ""), await program.EndAsync());
    }

    [Theory]
    [Client("urllib"), Client("requests")]
    public async Task Behind_a_proxy_a_refused_token_is_replaced_too(string client)
    {
        await using var scene = await ClientScene.OpenAsync(service, client, dead: 1, isProxied: true);

        Assert.Equal(["200:POST:an-order"], await scene.Program.SendAsync(1, "POST", "/orders", "an-order"));
        Assert.Equal(["wrong-host"], await scene.Program.SendAsync(1, "GET", "http://stranger.example/orders"));

        Assert.Equal(["POST /orders 1", "POST /orders 2"], scene.Api.Requests);
    }

    [Theory]
    [Client("wechat")]
    public async Task A_token_in_the_query_that_an_answer_of_200_refuses_is_replaced_too(string client)
    {
        await using var scene = await ClientScene.OpenAsync(service, client, dead: 1);

        Assert.Equal(["200:GET:"], await scene.Program.SendAsync(1, "GET", "/wechat"));

        Assert.Equal(["GET /wechat 1", "GET /wechat 2"], scene.Api.Requests);
        Assert.Equal(["", $"invalid={scene.Relay.Generations[0]}"], scene.Relay.Asked);
    }

    [Theory]
    [Client("curl")]
    public async Task The_lines_for_curl_report_and_repeat_once(string client)
    {
        await using var scene = await ClientScene.OpenAsync(service, client, dead: 1);

        Assert.Equal((0, "GET:", ""), await scene.Program.EndAsync());

        Assert.Equal(["GET /orders 1", "GET /orders 2"], scene.Api.Requests);
        Assert.Equal(["", $"invalid={scene.Relay.Generations[0]}"], scene.Relay.Asked);
    }

    [Theory]
    [Client("curl")]
    public async Task The_lines_for_curl_end_with_the_problem_of_the_service(string client)
    {
        await using var scene = await ClientScene.OpenAsync(service, client, problem: "upstream_throttled");

        var (code, output, errors) = await scene.Program.EndAsync();

        Assert.Equal((1, ""), (code, output));
        Assert.Contains("\"code\":\"upstream_throttled\"", errors, StringComparison.Ordinal);
        Assert.Empty(scene.Api.Requests);
    }
}
