using System.Text.Json;
using TokenFunctions.Caching;
using TokenFunctions.Realms;
using TokenFunctions.Tokens;

namespace TokenFunctions.Core.Tests.Caching;

/// <summary>What a cache reckons with is what the collector finds in use, within 15 %.</summary>
[Collection(MemoryAlone.Name)]
public sealed class CacheWeightTests
{
    private const int Tokens = 10_000;
    private const int Attempts = 10;
    private static readonly CacheLimits Service = new() { MaxBytes = long.MaxValue / 2 };
    private static readonly CacheLimits Client = Service with { HoldsText = true };

    [Theory]
    [InlineData(40)]
    [InlineData(900)]
    [InlineData(5000)]
    public async Task Of_tokens_that_are_written_on_as_they_came(int length) =>
        Assert.InRange(await ReckonedAsync(() => new(Service, length)), 0.85, 1.15);

    [Theory]
    [InlineData(40)]
    [InlineData(900)]
    [InlineData(5000)]
    public async Task Of_tokens_that_a_client_reveals(int length) =>
        Assert.InRange(await ReckonedAsync(() => new(Client, length), Reveal), 0.85, 1.15);

    [Fact]
    public async Task Of_tokens_that_are_strings_from_the_start() => Assert.InRange(
        await ReckonedAsync(() => new(Service, 900, result => TokenResult.Of(result.Token! with
        {
            Value = new SecretText(result.Token.Value.Reveal()),
        }))),
        0.85, 1.15);

    [Fact]
    public async Task Of_tokens_with_values_beside_them() => Assert.InRange(
        await ReckonedAsync(() => new(Service, 300, result => TokenResult.Of(result.Token! with { Extra = Extra() }))), 0.85, 1.15);

    [Fact]
    public async Task Of_tokens_that_tell_how_they_are_put_on_a_request_and_why_they_were_not_renewed() => Assert.InRange(
        await ReckonedAsync(() => new(Service, 300, result => result with { Attach = Attach(), RenewalFailed = Failure() })), 0.85, 1.15);

    // The test framework's threads hold on to what earlier tests have left until they have other work. So it is counted
    // again until as much is in use without the tokens after it as before.
    private static async Task<double> ReckonedAsync(Func<ManyTokens> make, Action<TokenCache>? use = null)
    {
        await make().AskAsync(0, 100);
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var tokens = make();
            var before = await ManyTokens.LivingBytesAsync();
            await tokens.AskAsync(0, Tokens);
            use?.Invoke(tokens.Cache);
            var (reckoned, bytes) = (tokens.Cache.Bytes, await ManyTokens.LivingBytesAsync() - before);
            Assert.Equal(Tokens, tokens.Cache.Count);
            tokens.Drop();
            if (Math.Abs(await ManyTokens.LivingBytesAsync() - before) < bytes / 100) return (double)reckoned / bytes;
        }

        throw new InvalidOperationException("What is in use beside the tokens does not come to rest.");
    }

    private static void Reveal(TokenCache cache)
    {
        var before = cache.Bytes;
        foreach (var result in cache.Living()) Assert.NotEmpty(result.Token!.Value.Reveal());
        Assert.Equal(before, cache.Bytes);
    }

    private static Dictionary<string, JsonElement> Extra()
    {
        using var json = JsonDocument.Parse("""{"instance_url":"https://na123.example.com/services","scope":"api refresh"}""");
        return json.RootElement.EnumerateObject()
            .ToDictionary(e => e.Name, e => e.Value.Clone(), StringComparer.Ordinal);
    }

    private static AttachRule Attach() => new()
    {
        Hosts = [new string("api.example.com".AsSpan())],
        Dead = [new DeadRule([401], null)],
    };

    private static TokenFailure Failure() =>
        new(FailureKind.Transient, new string("The provider answered with 503; it is asked again soon.".AsSpan()));
}
