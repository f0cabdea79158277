using TokenFunctions.Core.Tests.Flow.Doubles;
using TokenFunctions.Core.Tests.Notices.Doubles;
using TokenFunctions.Storage;
using TokenFunctions.Tokens;

namespace TokenFunctions.Core.Tests.Notices;

public sealed class ExpiryNoticesTests
{
    [Theory]
    [InlineData(14.1, false)]
    [InlineData(14.0, true)]
    [InlineData(0.5, true)]
    [InlineData(-2.9, true)]
    [InlineData(-3.1, false)]
    [InlineData(null, false)]
    public async Task A_secret_is_told_of_two_weeks_before_its_end(double? days, bool isTold)
    {
        await using var world = await NoticeWorld.MakeAsync();
        var secret = await SaveAsync(world, days);

        await world.ExpiryOf(world.Instance).TellAsync(secret, CancellationToken.None);

        Assert.Equal(isTold ? 1 : 0, world.Receiver.Got.Count);
        if (!isTold) return;
        var told = world.Receiver.Got.Single();
        Assert.Equal(("secret.expiring", "demo", "main", true), (told.Type, told.Data("realm"), told.Data("key"), told.IsSigned));
        Assert.Equal(secret.ExpiresAt, DateTimeOffset.Parse(told.Data("expires_at")!, null));
        Assert.Contains("POST /api/secret", told.Data("what_to_do"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_told_once_over_all_instances_and_again_for_another_end()
    {
        await using var world = await NoticeWorld.MakeAsync();
        Instance[] instances = [.. Enumerable.Range(0, 5).Select(_ => world.World.StartOnThreads())];
        var secret = await SaveAsync(world, 10);
        await Task.WhenAll(instances.Select(i => world.ExpiryOf(i).TellAsync(secret, CancellationToken.None)));
        world.World.Time.Advance(TimeSpan.FromDays(1));
        await TellAllAsync();
        Assert.Single(world.Receiver.Got);

        var saved = await SaveAsync(world, 5);
        await TellAllAsync();

        Assert.Equal(2, world.Receiver.Got.Count);
        Assert.Equal(saved.Version, (await world.Instance.Secrets.FindAsync(World.Key, CancellationToken.None))!.Version);
        Assert.Equal(2, world.Receiver.Got.Select(n => n.Id).Distinct().Count());

        async Task TellAllAsync()
        {
            foreach (var instance in instances)
                await world.ExpiryOf(instance).TellAsync((await instance.Secrets.FindAsync(World.Key, CancellationToken.None))!, CancellationToken.None);
        }
    }

    [Fact]
    public async Task A_secret_that_is_saved_again_with_the_same_end_is_not_told_of_again()
    {
        await using var world = await NoticeWorld.MakeAsync();
        var secret = await SaveAsync(world, 10);
        await world.ExpiryOf(world.Instance).TellAsync(secret, CancellationToken.None);

        var again = await SaveAsync(world, 10, "another value", secret.ExpiresAt);
        await world.ExpiryOf(world.Instance).TellAsync(again, CancellationToken.None);

        Assert.True(again.Version > secret.Version);
        Assert.Single(world.Receiver.Got);
    }

    [Fact]
    public async Task A_receiver_that_fails_is_told_later()
    {
        await using var world = await NoticeWorld.MakeAsync();
        var expiry = world.ExpiryOf(world.Instance);
        world.Receiver.Status = 500;
        await expiry.TellAsync(await SaveAsync(world, 10), CancellationToken.None);
        world.Receiver.Status = 204;

        await TellAsync();
        Assert.Single(world.Receiver.Got);
        world.World.Pass(80);
        await TellAsync();
        world.World.Pass(80);
        await TellAsync();

        Assert.Equal(2, world.Receiver.Got.Count);
        Assert.Single(world.Receiver.Got.Select(n => n.Id).Distinct());

        async Task TellAsync() =>
            await expiry.TellAsync((await world.Instance.Secrets.FindAsync(World.Key, CancellationToken.None))!, CancellationToken.None);
    }

    [Fact]
    public async Task Telling_makes_no_token_due()
    {
        await using var world = await NoticeWorld.MakeAsync();
        var secret = await SaveAsync(world, 10);
        await world.Instance.Ask();

        await world.ExpiryOf(world.Instance).TellAsync(secret, CancellationToken.None);

        Assert.Equal("fresh", (await world.Instance.Status.FindAsync(World.Key, CancellationToken.None))!.Age);
    }

    private static async Task<Secret> SaveAsync(NoticeWorld world, double? days, string value = "v", DateTimeOffset? end = null)
    {
        world.World.Pass(1);
        var fields = new Dictionary<string, SecretText>(StringComparer.Ordinal) { ["key_1"] = new(value) };
        var draft = new SecretDraft(World.Key, new SecretFields(fields))
        {
            ExpiresAt = end ?? (days is { } d ? world.World.Time.GetUtcNow().AddDays(d) : null),
        };
        return (await world.Instance.Registrar.SaveSecretAsync(draft, CancellationToken.None))!;
    }
}
