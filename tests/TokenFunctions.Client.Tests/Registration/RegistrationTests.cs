using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using TokenFunctions.Client.Registration;
using TokenFunctions.Client.Tests.Homes;
using TokenFunctions.Tokens;

namespace TokenFunctions.Client.Tests.Registration;

public sealed class RegistrationTests : IAsyncLifetime
{
    private const string Attach =
        """{ "place": "query", "name": "access_token", "prefix": "", "hosts": ["api.example.com"], "dead": [], "code_path": [] }""";

    private ServiceDouble service = null!;

    public async Task InitializeAsync() => service = await ServiceDouble.StartAsync(Attach);

    public async Task DisposeAsync() => await service.DisposeAsync();

    [Fact]
    public async Task There_is_one_client_and_it_is_the_source()
    {
        await using var services = Services().AddTokenFunctions(o => o.ApiKey = new SecretText("planted-key"))
            .BuildServiceProvider();

        var source = services.GetRequiredService<ITokenSource>();
        var result = await source.GetAsync("orders", "main");

        Assert.Same(services.GetRequiredService<TokenClient>(), source);
        Assert.Single(services.GetServices<IHostedService>());
        Assert.Equal(ServiceDouble.ValueOf("main"), result.Token?.Value.Reveal());
        Assert.Equal("planted-key", Assert.Single(service.Calls.All));
    }

    [Fact]
    public void A_program_cannot_have_both_kinds()
    {
        var one = Assert.Throws<InvalidOperationException>(() => Services().AddEmbeddedTokenFunctions(_ => { }));
        Assert.Throws<InvalidOperationException>(
            () => new ServiceCollection().AddEmbeddedTokenFunctions(_ => { }).AddTokenFunctions(_ => { }));
        Assert.Contains("AddEmbeddedTokenFunctions", one.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Wrong_options_stop_the_start_of_the_host(bool embedded)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(null);
        if (embedded) builder.Services.AddEmbeddedTokenFunctions(o => o.CacheBytes = 0);
        else builder.Services.AddTokenFunctions(o => o.CacheBytes = 0);
        using var host = builder.Build();

        var fault = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());

        Assert.True(fault.Failures.Count() >= 2, fault.Message);
    }

    [Fact]
    public async Task A_client_of_the_factory_has_its_token_and_others_have_none()
    {
        var asked = new Counts();
        var services = Services();
        services.AddHttpClient("orders").AddToken("orders", "main").ConfigurePrimaryHttpMessageHandler(Way);
        services.AddHttpClient("plain").ConfigurePrimaryHttpMessageHandler(Way);
        await using var provider = services.BuildServiceProvider();
        var factory = provider.GetRequiredService<IHttpClientFactory>();

        using var orders = await factory.CreateClient("orders").GetAsync(new Uri("https://api.example.com/orders?page=2"));
        using var plain = await factory.CreateClient("plain").GetAsync(new Uri("https://api.example.com/orders"));

        Assert.Equal(
            [
                $"GET https://api.example.com/orders?page=2&access_token={ServiceDouble.ValueOf("main")}",
                "GET https://api.example.com/orders",
            ],
            asked.All);

        ToDouble Way() => new(service.Address, asked);
    }

    [Theory]
    [InlineData("a b", "main")]
    [InlineData("orders", "")]
    public void A_realm_and_key_that_cannot_be_are_refused_when_they_are_written(string realm, string key) =>
        Assert.Throws<ArgumentException>(() => Services().AddHttpClient("orders").AddToken(realm, key));

    private IServiceCollection Services() =>
        new ServiceCollection().AddTokenFunctions(o => o.Address = service.Address);
}
