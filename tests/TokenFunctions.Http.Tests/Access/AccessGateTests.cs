using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using TokenFunctions.Http.Access;
using TokenFunctions.Http.Audit;
using TokenFunctions.Http.Callers;
using TokenFunctions.Http.Tests.App;

namespace TokenFunctions.Http.Tests.Access;

/// <summary>Who asks and leaves is treated as who asks and waits.</summary>
public sealed class AccessGateTests : IAsyncLifetime
{
    private const int MaxAtOnce = 2;
    private TestApp app = null!;
    private string key = null!;

    public async Task InitializeAsync()
    {
        app = await TestApp.StartAsync(new AccessRules { MaxConcurrent = MaxAtOnce });
        key = await app.Parts.Callers.AddAsync(new Caller("shop"));
    }

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task A_refusal_that_cannot_be_sent_is_counted_and_leaves_its_share()
    {
        var gate = AccessRegistration.Gate(app.Services, _ => Task.CompletedTask);
        for (var n = 0; n < MaxAtOnce + 1; n++)
            await Assert.ThrowsAsync<IOException>(() => gate.InvokeAsync(Ask(new Need(Scope.Service, Verb.Admin))));

        Assert.Equal(["forbidden 3"], await RefusedAsync());
    }

    [Fact]
    public async Task An_endpoint_that_fails_at_once_leaves_its_share()
    {
        var gate = AccessRegistration.Gate(app.Services, _ => throw new InvalidOperationException("broken"));
        for (var n = 0; n < MaxAtOnce + 1; n++)
            await Assert.ThrowsAsync<InvalidOperationException>(() => gate.InvokeAsync(Ask(Need.Key)));
    }

    // Of somebody who has left before the answer.
    private DefaultHttpContext Ask(Need need)
    {
        var context = new DefaultHttpContext { RequestServices = app.Services };
        context.Request.Headers["x-api-key"] = key;
        context.SetEndpoint(new Endpoint(null, new EndpointMetadataCollection(need), null));
        context.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(new LostStream()));
        return context;
    }

    private async Task<IEnumerable<string>> RefusedAsync()
    {
        app.Parts.Time.Advance(RefusalCounts.Pause);
        await app.Services.GetRequiredService<Background>().DrainAsync();
        return (await app.Parts.Tables.RowsAsync(AuditStore.TableName))
            .Where(row => row.Text("action") == "access.refuse")
            .Select(row => FormattableString.Invariant($"{row.Text("result")} {row.Number("count")}"));
    }
}
