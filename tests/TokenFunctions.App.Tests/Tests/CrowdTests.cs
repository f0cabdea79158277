using System.Net;
using TokenFunctions.Host.Demo;
using TokenFunctions.Processes.App;
using TokenFunctions.Testing;

namespace TokenFunctions.App.Tests.Tests;

/// <summary>Many callers at once for a token that is not there yet: one call to the provider. Those of several processes are
/// in <see cref="ProcessTests"/>.</summary>
[Collection("apps")]
public sealed class CrowdTests : IAsyncLifetime, IDisposable
{
    private readonly TempFolder folder = new();
    private readonly string secret = Evidence.Plant("secret");
    private SampleProvider provider = null!;

    public async Task InitializeAsync() => provider = await SampleProvider.StartAsync(
        new SampleProviderOptions { AppSecret = secret, Delay = TimeSpan.FromMilliseconds(300) }, TimeProvider.System);

    public async Task DisposeAsync() => await provider.DisposeAsync();

    public void Dispose() => folder.Dispose();

    [Fact]
    public Task Two_thousand_callers_of_one_app_cause_one_call() => CrowdAsync(2000, new AppSettings(folder.Path));

    private async Task CrowdAsync(int callers, AppSettings settings)
    {
        await using var app = await AppProcess.StartAsync(settings);
        await app.Api.SetUpAsync(
            "wx", RealmConfigs.WeChat(provider.Address), "first", $$""" "key_1":"wx-demo","key_2":"{{secret}}","key_3":"client_credential" """);

        var answers = await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => app.Api.TokenAsync("wx", "first", cache: true)));

        Assert.All(answers, a => Assert.Equal((HttpStatusCode.OK, answers[0].Token), (a.Status, a.Token)));
        Assert.Equal((callers, 1), (answers.Length, provider.Calls));
    }
}
