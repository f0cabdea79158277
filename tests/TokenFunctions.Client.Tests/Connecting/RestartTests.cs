using TokenFunctions.Client.Tests.Homes;
using TokenFunctions.Testing;
using TokenFunctions.Tokens;

namespace TokenFunctions.Client.Tests.Connecting;

/// <summary>A program that starts while the service is away has the tokens of its last run.</summary>
public sealed class RestartTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_restart_while_the_service_is_away_still_has_living_tokens()
    {
        var service = await ServiceDouble.StartAsync();
        var options = new TokenFunctionsOptions
        {
            Address = service.Address,
            SnapshotFile = Path.Combine(folder.Path, "tokens.sealed"),
            SnapshotKey = new SecretText(Convert.ToBase64String(new byte[32])),
        };
        await using (var before = TokenClient.Connect(options))
            Assert.True((await before.GetAsync("orders", "main")).HasToken);
        await service.DisposeAsync();

        await using var after = TokenClient.Connect(options);
        var known = await after.GetAsync("orders", "main");
        var unknown = await after.GetAsync("orders", "other");

        Assert.Equal((true, ServiceDouble.ValueOf("main")), (known.IsStale, known.Token?.Value.Reveal()));
        Assert.Equal(FailureKind.ServiceUnavailable, unknown.Failure?.Kind);
    }
}
