using System.Net;
using System.Security.Cryptography;
using System.Text;
using TokenFunctions.App.Tests.Providers;
using TokenFunctions.App.Tests.Readme;
using TokenFunctions.Processes.App;
using TokenFunctions.Testing;
using TokenFunctions.Testing.Servers;

namespace TokenFunctions.App.Tests.Tests;

/// <summary>A credential that fails and is mended, as its operators are told of it by several apps on one store.</summary>
[Collection("single apps")]
public sealed class WebhookTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Two_apps_with_many_callers_tell_once_of_the_failure_and_once_of_its_end()
    {
        var key = $"whsec_{Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))}";
        Evidence.Hide(key[6..]);
        await using var receiver = await NoticeReceiver.StartAsync(key);
        var (right, wrong) = (Evidence.Plant("right"), Evidence.Plant("wrong"));
        await using var provider = await LoopbackServer.StartAsync(async context =>
        {
            var isRight = context.Request.Headers.Authorization == $"Basic {Convert.ToBase64String(Encoding.ASCII.GetBytes($"client:{right}"))}";
            context.Response.StatusCode = isRight ? 200 : 401;
            await using var writer = new StreamWriter(context.Response.Body);
            await writer.WriteAsync(isRight
                ? $$"""{"access_token":"{{Guid.NewGuid():N}}","expires_in":3600}"""
                : """{"error":"invalid_client"}""");
        });
        var settings = new AppSettings(folder.Path).With(
            ("TokenFunctions__Webhook", receiver.Address.AbsoluteUri), ("TokenFunctions__WebhookKey", key));
        await using var one = await AppProcess.StartAsync(settings);
        await using var other = await AppProcess.StartAsync(settings);
        await one.Api.SetUpAsync("told", RealmConfigs.OidcBasic(provider.Address), "main", Secret(wrong));

        var failures = await AskAsync(one, other);
        await Eventually.HoldsAsync(() => !receiver.Got.IsEmpty, "The failure is told");
        var retried = await one.Api.PostAsync("/api/status/told/main/retry", "{}");
        await AskAsync(one, other);
        await one.Api.PostAsync("/api/secret", $$"""{"realm":"told","key":"main",{{Secret(right)}}}""");
        var tokens = await AskAsync(one);
        await Eventually.HoldsAsync(() => receiver.Got.Count == 2, "The end of the failure is told");
        await AskAsync(one, other);

        Assert.All(failures, f => Assert.Equal(HttpStatusCode.BadGateway, f.Status));
        Assert.Equal(HttpStatusCode.OK, retried.Status);
        Assert.All(tokens, t => Assert.Equal(HttpStatusCode.OK, t.Status));
        Assert.Equal(
            ["credential.failed told/main upstream_bad_credentials", "credential.working told/main "],
            receiver.Got.Select(n => n.What));
    }

    [Fact]
    public void The_README_shows_the_check_that_this_test_makes()
    {
        var source = File.ReadAllText(Path.Combine(AppFolder.Repository, "tests/TokenFunctions.App.Tests/Readme/SignatureCheck.cs"));

        Assert.Contains(Flat(ReadmeText.SignatureCheck), Flat(source), StringComparison.Ordinal);

        static string Flat(string code) => string.Join('\n', code.Split('\n').Select(line => line.Trim())).Trim();
    }

    private static async Task<ApiAnswer[]> AskAsync(params AppProcess[] apps) => await Task.WhenAll(
        apps.SelectMany(app => Enumerable.Range(0, 50).Select(_ => app.Api.TokenAsync("told", "main"))));

    private static string Secret(string value) => $$""" "key_1":"client","key_2":"{{value}}" """;
}
