using TokenFunctions.Http.Access;
using TokenFunctions.Http.Endpoints;
using TokenFunctions.Http.Tests.App;
using TokenFunctions.Storage;
using TokenFunctions.Testing;
using TokenFunctions.Tokens;

namespace TokenFunctions.Http.Tests;

public sealed class HealthTests : IAsyncLifetime
{
    private TestApp app = null!;

    public async Task InitializeAsync() => app = await TestApp.StartAsync();

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Theory]
    [InlineData("/", "TokenFunctions")]
    [InlineData("/api/health", """{"status":"ok","live":true,"ready":true}""")]
    [InlineData("/api/health/live", """{"status":"live"}""")]
    [InlineData("/api/health/ready?probe=1", """{"status":"ready"}""")]
    public async Task Probes_need_no_key(string path, string body)
    {
        app.Http.DefaultRequestHeaders.Clear();
        var reply = await app.GetAsync(path);
        Assert.Equal((200, body, $"{body.Length}"), (reply.Status, reply.Body, reply.Header("Content-Length")));
    }

    [Theory]
    [InlineData("/", 200)]
    [InlineData("/api/health", 503)]
    [InlineData("/api/health/live", 200)]
    [InlineData("/api/health/ready", 503)]
    public async Task Load_balancers_may_probe_with_HEAD(string path, int status)
    {
        app.Parts.Tables.Ping = _ => throw new StoreUnavailableException();
        app.Http.DefaultRequestHeaders.Clear();
        var reply = await app.SendAsync(new HttpRequestMessage(HttpMethod.Head, path));
        Assert.Equal((status, ""), (reply.Status, reply.Body));
    }

    [Fact]
    public async Task A_process_without_its_store_lives_but_is_not_ready()
    {
        app.Parts.Tables.Ping = _ => throw new StoreUnavailableException();
        foreach (var path in new[] { "/api/health", "/api/health/ready" })
        {
            var reply = await app.GetAsync(path);
            Assert.Equal((503, "store_unavailable"), (reply.Status, reply.Code));
        }

        Assert.Equal(200, (await app.GetAsync("/api/health/live")).Status);
    }

    [Fact]
    public async Task A_store_that_never_answers_is_given_up_after_a_while()
    {
        app.Parts.Tables.Ping = _ => new TaskCompletionSource().Task;
        var time = new ManualTime();
        var answer = new StoreProbe(app.Parts.Tables, time).AnswersAsync(CancellationToken.None);
        time.Advance(StoreProbe.Patience - TimeSpan.FromMilliseconds(1));
        Assert.False(answer.IsCompleted);
        time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.False(await answer);
    }

    [Fact]
    public async Task The_version_is_told_to_holders_of_the_key()
    {
        Assert.Equal("""{"name":"TokenFunctions","version":"0.1.0"}""", (await app.GetAsync("/api/version")).Body);
        await using var closed = await TestApp.StartAsync(new AccessRules { AdminKey = new SecretText("another") });
        Assert.Equal(401, (await closed.GetAsync("/api/version")).Status);
    }
}
