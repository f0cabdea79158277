using TokenFunctions.Http.Access;
using TokenFunctions.Http.Callers;
using TokenFunctions.Http.Tests.App;
using TokenFunctions.Http.Tests.OpenApi;
using TokenFunctions.Testing;
using TokenFunctions.Tokens;

namespace TokenFunctions.Http.Tests.Access;

public sealed class LimitTests
{
    private static readonly AccessRules Rules = new() { AdminKey = new SecretText(TestApp.AdminKey), MaxConcurrent = 2 };

    private static readonly CallerRule Everything = new(NamePattern.All, NamePattern.All, [Verb.Read]);

    [Fact]
    public async Task A_caller_is_kept_to_its_requests_a_second_and_another_is_not()
    {
        await using var app = await TestApp.StartAsync(Rules);
        var slow = await app.Parts.Callers.AddAsync(new Caller("slow") { RequestsPerSecond = 1 });
        var free = await app.Parts.Callers.AddAsync(new Caller("free"));
        var replies = new List<Reply>();
        for (var i = 0; i < 20; i++) replies.Add(await AskAsync(app, slow, "/api/version"));

        Assert.Equal(200, replies[0].Status);
        var refused = replies.Where(reply => reply.Status != 200).ToList();
        Assert.NotEmpty(refused);
        Assert.All(refused, reply => Assert.Equal((429, "rate_limited", "1"), (reply.Status, reply.Code, reply.Header("Retry-After"))));
        for (var i = 0; i < 20; i++) Assert.Equal(200, (await AskAsync(app, free, "/api/version")).Status);
        await Eventually.HoldsAsync(async () => (await AskAsync(app, slow, "/api/version")).Status == 200, "The bucket fills");
    }

    [Fact]
    public async Task So_many_requests_of_a_caller_are_served_at_once_and_each_place_is_given_back()
    {
        await using var app = await TestApp.StartAsync(Rules);
        var key = await app.Parts.Callers.AddAsync(new Caller("busy") { Allow = [Everything] });
        var gate = new TaskCompletionSource();
        app.Parts.Core.Hold = _ => gate.Task;
        var held = Enumerable.Range(0, 2).Select(_ => AskAsync(app, key, "/api/token?realm=r&key=k")).ToList();
        await Eventually.HoldsAsync(() => Task.FromResult(app.Parts.Core.Asked.Count == 2), "Two are being served");

        var third = await AskAsync(app, key, "/api/version");
        Assert.Equal((429, "too_many_at_once", "1"), (third.Status, third.Code, third.Header("Retry-After")));
        // Whoever has the admin key is many, and none of the caller's places is taken by it.
        Assert.Equal(200, (await AskAsync(app, TestApp.AdminKey, "/api/version")).Status);
        gate.SetResult();
        foreach (var reply in await Task.WhenAll(held)) Assert.Equal(404, reply.Status);
        for (var i = 0; i < 5; i++) Assert.Equal(403, (await AskAsync(app, key, "/api/secret/r/k")).Status);
        for (var i = 0; i < 5; i++) Assert.Equal(200, (await AskAsync(app, key, "/api/version")).Status);
    }

    [Fact]
    public async Task A_caller_that_leaves_gives_its_place_back()
    {
        await using var app = await TestApp.StartAsync(Rules);
        var key = await app.Parts.Callers.AddAsync(new Caller("leaving") { Allow = [Everything] });
        app.Parts.Core.Hold = left => Task.Delay(Timeout.Infinite, left);
        using var http = new HttpClient(new ContractHandler(new SocketsHttpHandler())) { BaseAddress = app.Http.BaseAddress };
        http.DefaultRequestHeaders.Add("x-api-key", key);
        using var leave = new CancellationTokenSource();
        var held = Enumerable.Range(0, 2).Select(_ => http.GetAsync(new Uri("/api/token?realm=r&key=k", UriKind.Relative), leave.Token)).ToList();
        await Eventually.HoldsAsync(() => Task.FromResult(app.Parts.Core.Asked.Count == 2), "Two are being served");
        await leave.CancelAsync();

        foreach (var call in held) await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        await Eventually.HoldsAsync(async () => (await AskAsync(app, key, "/api/version")).Status == 200, "The places are free");
    }

    private static Task<Reply> AskAsync(TestApp app, string key, string path) =>
        RawHttp.SendAsync(app.Port, RawHttp.Head($"GET {path} HTTP/1.1", $"x-api-key: {key}"));
}
