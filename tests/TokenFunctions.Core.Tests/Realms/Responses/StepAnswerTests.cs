using System.Net;
using TokenFunctions.Core.Tests.Realms.Doubles;
using TokenFunctions.Realms;
using TokenFunctions.Tokens;

namespace TokenFunctions.Core.Tests.Realms.Responses;

public sealed class StepAnswerTests
{
    private const string Config = """
        {"steps":[
           {"id":"login","url":"https://h.example/login","response":{"format":"text","ok_status":[201]}},
           {"id":"core","url":"https://h.example/core?s=${steps.login}","token_path":"access_token","errors":{"rules":[{"code":["busy"],"kind":"throttled"}]}}],
         "url":"https://${steps.core.host}/token?t=${steps.core.access_token}","token_path":"access_token","expires_in_path":"expires_in"}
        """;

    private const string Core = """{"access_token":"core-token-1234","host":"other.example"}""";

    [Fact]
    public async Task A_step_needs_no_token_and_later_requests_use_its_answer()
    {
        var (answer, urls) = await Play((201, "session"), (200, Core), (200, Ask.Success));

        Assert.Equal("T0KEN", answer.Token!.Value.Reveal());
        Assert.Equal(
            ["https://h.example/login", "https://h.example/core?s=session", "https://other.example/token?t=core-token-1234"], urls);
    }

    [Fact]
    public async Task A_step_that_is_refused_ends_the_attempt_by_its_own_rules()
    {
        var (answer, urls) = await Play((201, "session"), (200, """{"error":"busy"}"""));

        Assert.Equal(2, urls.Count);
        Assert.Equal((FailureKind.Throttled, "busy"), (answer.Failure!.Kind, answer.Failure.Code));
        Assert.Equal("Step `core`: The provider answered `busy` (HTTP 200): too many calls.", answer.Failure.Detail);
    }

    [Fact]
    public async Task A_step_whose_status_is_not_the_right_one_is_refused()
    {
        var (answer, urls) = await Play((200, "session"));

        Assert.Single(urls);
        Assert.StartsWith("Step `login`: The provider answered HTTP 200", answer.Failure!.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_step_without_the_token_it_names_is_refused()
    {
        var (answer, _) = await Play((201, "session"), (200, "{}"));
        Assert.Equal("Step `core`: The provider answered HTTP 200, but the answer holds no token at `access_token`; check `token_path`.", answer.Failure!.Detail);
    }

    [Fact]
    public async Task The_token_of_a_step_is_masked_in_what_is_told_later()
    {
        var (answer, _) = await Play((201, "session"), (200, Core), (400, """{"message":"bad core-token-1234"}"""));
        Assert.Equal("bad ***", answer.Failure!.Message);
    }

    private static async Task<(UpstreamAnswer Answer, List<string> Urls)> Play(params (int Status, string Body)[] answers)
    {
        var rest = new Queue<(int Status, string Body)>(answers);
        using var provider = new SerialProvider(() =>
        {
            var (status, body) = rest.Dequeue();
            return new((HttpStatusCode)status) { Content = new StringContent(body) };
        });
        return (await Ask.Once(provider, Config), provider.Urls);
    }

    private sealed class SerialProvider(Func<HttpResponseMessage> next) : HttpMessageHandler
    {
        public List<string> Urls { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Urls.Add(request.RequestUri!.AbsoluteUri);
            return Task.FromResult(next());
        }
    }
}
