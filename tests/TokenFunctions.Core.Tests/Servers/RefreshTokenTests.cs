using TokenFunctions.Core.Tests.Flow.Doubles;
using TokenFunctions.Testing;
using TokenFunctions.Testing.Servers;
using TokenFunctions.Tokens;

namespace TokenFunctions.Core.Tests.Servers;

/// <summary>Refresh tokens that the certified provider takes once only: it answers the second use of one with
/// <c>invalid_grant</c> and ends all that came of the same consent (RFC 9700 §4.14.2).</summary>
[Collection(OneOidcServer.Name)]
[Against("OidcProvider")]
public sealed class RefreshTokenTests(OidcServer server) : IDisposable
{
    private readonly RefreshWorld refresh = new(server);

    private World World => refresh.World;

    public void Dispose() => refresh.Dispose();

    [NodeFact]
    public async Task Renewals_in_a_row_use_each_refresh_token_once()
    {
        var (instance, _) = await refresh.SetUpAsync();
        var before = await server.TokenCallsAsync();

        var tokens = await RenewAsync(instance, 4);

        Assert.Equal(4, tokens.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(4, await server.TokenCallsAsync() - before);
    }

    [NodeFact]
    public async Task A_flush_uses_the_stored_refresh_token_too()
    {
        var (instance, _) = await refresh.SetUpAsync();
        var first = (await instance.Ask()).Value();
        World.Pass(60);
        Assert.NotEqual(first, (await instance.Ask(flush: true)).Value());
        refresh.EndToken();
        Assert.NotEqual(first, (await instance.Ask()).Value());
    }

    [NodeFact]
    public async Task The_provider_takes_no_refresh_token_twice_and_then_the_user_must_consent_again()
    {
        var (instance, first) = await refresh.SetUpAsync();
        await RenewAsync(instance, 2);

        var again = await refresh.UseAsync(first);
        Assert.Equal(("invalid_grant", FailureKind.Reauthorize), (again.Failure?.Code, again.Failure?.Kind));

        refresh.EndToken();
        Assert.Equal("invalid_grant", (await instance.Ask()).Refused(FailureKind.Reauthorize).UpstreamCode);
    }

    [NodeFact]
    public async Task A_new_consent_replaces_what_was_stored()
    {
        var (instance, first) = await refresh.SetUpAsync();
        await RenewAsync(instance, 2);
        await refresh.UseAsync(first);
        refresh.EndToken();
        (await instance.Ask()).Refused(FailureKind.Reauthorize);

        World.Pass(1);
        await refresh.ConsentAsync(instance);

        await RenewAsync(instance, 2);
    }

    [NodeFact]
    public async Task A_new_process_goes_on_with_the_stored_refresh_token_and_the_old_one_after_it()
    {
        var (first, _) = await refresh.SetUpAsync();
        await RenewAsync(first, 2);
        var second = World.StartOnThreads();
        await RenewAsync(second, 2);
        await RenewAsync(first, 1);
    }

    [NodeFact]
    public async Task Many_callers_of_two_processes_at_once_use_a_refresh_token_once()
    {
        var (first, _) = await refresh.SetUpAsync();
        var second = World.StartOnThreads();
        await RenewAsync(first, 1);
        refresh.EndToken();
        var before = await server.TokenCallsAsync();

        // The world's clock, 250 ms a step, runs no faster than the real one: the provider answers long before the lease ends.
        var callers = Enumerable.Range(0, 20).Select(n => (n % 2 == 0 ? first : second).Ask()).ToList();
        var results = await World.RunAsync(Task.WhenAll(callers), moment: 250);

        Assert.Single(results.Select(result => result.Value()).Distinct(StringComparer.Ordinal));
        Assert.Equal(1, await server.TokenCallsAsync() - before);
        await RenewAsync(second, 1);
    }

    private async Task<List<string>> RenewAsync(Instance instance, int times)
    {
        List<string> tokens = [];
        for (var n = 0; n < times; n++)
        {
            refresh.EndToken();
            var answer = await instance.Ask();
            Assert.Equal(TokenOrigin.Upstream, answer.Origin);
            tokens.Add(answer.Value());
        }

        return tokens;
    }
}
