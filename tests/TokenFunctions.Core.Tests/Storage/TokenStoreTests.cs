using System.Text.Json;
using TokenFunctions.Storage;
using TokenFunctions.Storage.Memory;
using TokenFunctions.Storage.Sealing;
using TokenFunctions.Tokens;

namespace TokenFunctions.Core.Tests.Storage;

public sealed class TokenStoreTests
{
    private static readonly TokenKey Key = new("demo", "main");
    private static readonly DateTimeOffset Noon = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly Dictionary<string, JsonElement> Extra = new(StringComparer.Ordinal) { ["instance"] = JsonElement.Parse("\"https://a.example\"") };
    private readonly TokenStore store = new(new MemoryTables(), new Sealer(new FixedSealingKeys(new SealingKey("k", new byte[32]))));

    [Fact]
    public async Task All_of_a_state_is_read_back()
    {
        var state = new TokenState(Key)
        {
            Generation = 5,
            SealedValue = [1, 2],
            Type = "MAC",
            IssuedAt = Noon,
            ExpiresAt = Noon.AddHours(1),
            Life = TimeSpan.FromHours(1),
            DueAt = Noon.AddMinutes(48),
            ValueAttempt = 3,
            SuspectAttempt = 2,
            RealmVersion = 6,
            SecretVersion = 7,
            IdentityVersion = 8,
            Attempt = 4,
            Outcome = AttemptOutcome.Unanswered,
            LeaseId = "abc",
            LeaseEnd = Noon.AddSeconds(20),
            SentAt = Noon.AddSeconds(1),
            CalledAt = Noon.AddSeconds(4),
            IsConfirmed = true,
            UncertainSince = Noon.AddSeconds(5),
            Quota = "q",
            EmptySince = Noon.AddSeconds(7),
            Force = new() { At = Noon.AddSeconds(2), Cause = ForceCauses.Flush, Spent = ForceCauses.Invalid | ForceCauses.MinTtl, Streak = 2 },
            Notice = new() { Owed = NoticeKind.CredentialWorks, At = Noon.AddSeconds(7), NotBefore = Noon.AddSeconds(6), Tries = 2, Trouble = FailureKind.Reauthorize },
            FailureCount = 9,
            FailureRealmVersion = 10,
            FailureSecretVersion = 11,
            Failure = new TokenFailure(FailureKind.Throttled, "why") { UpstreamCode = "c", UpstreamMessage = "m", At = Noon, RetryAt = Noon.AddSeconds(3) },
        };

        var saved = await store.TrySaveAsync(state, CancellationToken.None);
        var read = await store.GetAsync(Key, CancellationToken.None);

        Assert.Equal([1, 2], read.SealedValue!);
        Assert.Equal(saved! with { SealedValue = null }, read with { SealedValue = null });
        Assert.Equal(Key, Assert.Single((await store.PageAsync(10, null, CancellationToken.None)).States).Key);
    }

    [Fact]
    public async Task A_state_that_was_read_before_another_write_is_not_written()
    {
        var absent = await store.GetAsync(Key, CancellationToken.None);
        var first = await store.TrySaveAsync(absent with { Attempt = 1 }, CancellationToken.None);
        Assert.Null(await store.TrySaveAsync(absent with { Attempt = 2 }, CancellationToken.None));

        Assert.NotNull(await store.TrySaveAsync(first! with { Attempt = 3 }, CancellationToken.None));
        Assert.Null(await store.TrySaveAsync(first with { Attempt = 4 }, CancellationToken.None));
        Assert.Equal(3, (await store.GetAsync(Key, CancellationToken.None)).Attempt);
    }

    [Fact]
    public async Task A_value_is_opened_with_what_goes_with_it()
    {
        var state = await StateAsync();

        var token = await store.OpenAsync(state, CancellationToken.None);

        Assert.Equal("value", token.Value.Reveal());
        Assert.Equal("https://a.example", token.Extra["instance"].GetString());
        Assert.Equal((5L, Noon, TimeSpan.FromHours(1)), (token.Generation, token.IssuedAt, token.Life));
        Assert.Equal("demo/main generation 5", token.ToString());
    }

    [Fact]
    public async Task A_value_opens_only_in_its_row_and_generation()
    {
        var state = await StateAsync();

        await Assert.ThrowsAsync<SealBrokenException>(async () => await store.OpenAsync(state with { Generation = 6 }, CancellationToken.None));
        await Assert.ThrowsAsync<SealBrokenException>(async () => await store.OpenAsync(state with { Key = new("demo", "b") }, CancellationToken.None));
        await Assert.ThrowsAsync<SealBrokenException>(async () => await store.OpenAsync(state with { SealedValue = [1, 0, 3] }, CancellationToken.None));
    }

    private async Task<TokenState> StateAsync() => new(Key)
    {
        Generation = 5,
        IssuedAt = Noon,
        ExpiresAt = Noon.AddHours(1),
        SealedValue = await store.SealAsync(Key, 5, new SecretText("value"), Extra, CancellationToken.None),
    };
}
