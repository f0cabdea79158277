using System.Globalization;
using TokenFunctions.Core.Tests.Flow.Doubles;
using TokenFunctions.Storage;
using TokenFunctions.Tokens;

namespace TokenFunctions.Core.Tests.Standings;

/// <summary>How many tokens stand, read in pages or one by one.</summary>
public sealed class OverviewTests
{
    private static readonly string[] States = ["none", "fresh", "due", "dead", "failing"];

    [Theory]
    [InlineData(20)]
    [InlineData(300)]
    public async Task Many_and_few_are_told_alike_and_in_the_order_that_is_asked_for(int count)
    {
        var (world, instance) = await World.MakeAsync();
        var secrets = await PlantAsync(world, instance, "demo", count);
        var all = await instance.Secrets.ListAsync("demo", CancellationToken.None);
        var wanted = secrets.AsEnumerable().Reverse().ToList();
        var before = instance.Store.Tokens.Reads;

        var standings = await instance.Status.StandAsync("demo", all, wanted, CancellationToken.None);

        Assert.Equal(wanted.Select(secret => secret.Key), standings!.Select(standing => standing.Key));
        Assert.Equal(wanted.Select(StateOf), standings!.Select(standing => standing.State));
        var statuses = await instance.Status.ReadAsync(wanted, CancellationToken.None);
        Assert.Equal(statuses.Select(status => (status.State, status.DeadAt)), standings!.Select(standing => (standing.State, standing.DeadAt)));
        Assert.Equal(count == 20 ? count * 2 : count + 1, instance.Store.Tokens.Reads - before);
    }

    [Fact]
    public async Task The_rows_of_other_realms_are_not_read_and_not_mistaken()
    {
        var (world, instance) = await World.MakeAsync();
        foreach (var realm in new[] { "dem", "demo-a", "demo.b", "demoz" })
        {
            await world.SaveOtherAsync(instance, realm, "\"method\":\"GET\"");
            await PlantAsync(world, instance, realm, 25);
        }

        var secrets = await PlantAsync(world, instance, "demo", 50);
        var everything = await instance.Secrets.ListAsync(null, CancellationToken.None);

        var ofOne = await instance.Status.StandAsync("demo", secrets, secrets, CancellationToken.None);
        var ofAll = await instance.Status.StandAsync(null, everything, everything, CancellationToken.None);

        Assert.Equal(secrets.Select(StateOf), ofOne!.Select(standing => standing.State));
        Assert.Equal(155, ofAll!.Count);
        Assert.Equal(ofOne, ofAll.Where(standing => standing.Key.Realm == "demo" && standing.Key != World.Key));
    }

    [Fact]
    public async Task A_change_is_seen_by_the_next_who_asks()
    {
        var (world, instance) = await World.MakeAsync();
        var secrets = await PlantAsync(world, instance, "demo", 100);
        await instance.Status.StandAsync("demo", secrets, secrets, CancellationToken.None);
        var failing = (await instance.Tokens.GetAsync(secrets[4].Key, CancellationToken.None)) with { Failure = null };
        await instance.Tokens.TrySaveAsync(failing, CancellationToken.None);

        var standings = await instance.Status.StandAsync("demo", secrets, secrets, CancellationToken.None);

        Assert.Equal("fresh", standings![4].State);
    }

    private static string StateOf(Secret secret) => StateOf(Number(secret));

    private static string StateOf(int number) => States[number % States.Length];

    private static int Number(Secret secret) => int.Parse(secret.Key.Key[1..], CultureInfo.InvariantCulture);

    private static async Task<IReadOnlyList<Secret>> PlantAsync(World world, Instance instance, string realm, int count)
    {
        var version = (await instance.Realms.FindAsync(realm, CancellationToken.None))!.Version;
        var now = world.Time.GetUtcNow();
        List<Secret> secrets = [];
        for (var n = 0; n < count; n++)
        {
            var draft = new SecretDraft(new TokenKey(realm, $"k{n:D4}"), SecretFields.None);
            var secret = await instance.Secrets.SaveAsync(draft, [], CancellationToken.None);
            secrets.Add(secret);
            if (StateOf(n) == "none") continue;
            var state = new TokenState(secret.Key)
            {
                Generation = 1,
                SealedValue = [1],
                IssuedAt = now,
                ExpiresAt = now.AddHours(StateOf(n) == "dead" ? 0 : 1),
                DueAt = now.AddHours(StateOf(n) == "due" ? 0 : 1),
                RealmVersion = version,
                SecretVersion = secret.Version,
                IdentityVersion = secret.IdentityVersion,
                Failure = StateOf(n) == "failing" ? new TokenFailure(FailureKind.Rejected, "why") : null,
                FailureRealmVersion = version,
                FailureSecretVersion = secret.Version,
            };
            Assert.NotNull(await instance.Tokens.TrySaveAsync(state, CancellationToken.None));
        }

        return secrets;
    }
}
