using System.Net;
using TokenFunctions.App.Tests.App;
using TokenFunctions.Host.Demo;
using TokenFunctions.Testing;
using TokenFunctions.Testing.Servers;

namespace TokenFunctions.App.Tests.Tests;

/// <summary>Many callers at once for a token that is not there yet: one call to the provider.</summary>
[Collection("apps")]
public sealed class CrowdTests(AzuriteServer azurite) : IClassFixture<AzuriteServer>, IAsyncLifetime, IDisposable
{
    private readonly TempFolder folder = new();
    private readonly string secret = Evidence.Plant("secret");
    private SampleProvider provider = null!;

    public async Task InitializeAsync() => provider = await SampleProvider.StartAsync(
        new SampleProviderOptions { AppSecret = secret, Delay = TimeSpan.FromMilliseconds(300) }, TimeProvider.System);

    public async Task DisposeAsync() => await provider.DisposeAsync();

    public void Dispose() => folder.Dispose();

    [Fact]
    public Task Two_thousand_callers_of_one_app_cause_one_call() => CrowdAsync(1, 2000, new AppSettings(folder.Path));

    [Fact]
    public Task Two_apps_with_500_callers_each_on_one_database_file_cause_one_call() => CrowdAsync(2, 500, new AppSettings(folder.Path));

    [NodeFact]
    [Trait("Needs", "Azurite")]
    public Task Four_apps_with_500_callers_each_on_one_Azurite_cause_one_call() => CrowdAsync(
        4, 500, new AppSettings(folder.Path).With(("TokenFunctions__Storage", azurite.ConnectionString)));

    private async Task CrowdAsync(int apps, int callers, AppSettings settings)
    {
        var started = new List<AppProcess>();
        try
        {
            for (var i = 0; i < apps; i++) started.Add(await AppProcess.StartAsync(settings));
            await started[0].Api.SetUpAsync(
                "wx", Realms.WeChat(provider.Address), "first", $$""" "key_1":"wx-demo","key_2":"{{secret}}","key_3":"client_credential" """);

            var answers = await Task.WhenAll(started.SelectMany(
                app => Enumerable.Range(0, callers).Select(_ => app.Api.TokenAsync("wx", "first", cache: true))));

            Assert.All(answers, a => Assert.Equal((HttpStatusCode.OK, answers[0].Token), (a.Status, a.Token)));
            Assert.Equal(apps * callers, answers.Length);
            Assert.Equal(1, provider.Calls);
        }
        finally
        {
            foreach (var app in started) await app.DisposeAsync();
        }
    }
}
