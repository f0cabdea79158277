using Microsoft.Extensions.Logging.Abstractions;
using TokenFunctions.Core.Tests.Flow.Doubles;
using TokenFunctions.Resealing;
using TokenFunctions.Storage;
using TokenFunctions.Storage.Memory;
using TokenFunctions.Storage.Sealing;
using TokenFunctions.Storage.Tables;
using TokenFunctions.Storage.Vault;
using TokenFunctions.Testing;
using TokenFunctions.Tokens;

namespace TokenFunctions.Core.Tests.Resealing;

/// <summary>A store with sealed values of each kind, and instances with whatever keys a test gives them.</summary>
internal sealed class ResealWorld
{
    public static readonly SealingKey Old = new("old", SealingKey.NewBytes());
    public static readonly SealingKey Next = new("next", SealingKey.NewBytes());

    public ManualTime Time { get; } = new();

    public WatchedTables Tables { get; } = new(new MemoryTables());

    public StoreClock Clock => field ??= new StoreClock(Time);

    public static Sealer SealerOf(params SealingKey[] keys) => new(Ring(keys));

    public static SealingKeyRing Ring(params SealingKey[] keys) => new(new FixedSealingKeys(keys[0]), keys[1..]);

    public static TokenKey KeyOf(int n) => new("demo", $"k{n}");

    /// <summary>The work of an instance; what it does behind an answer has ended when the answer is there.</summary>
    public Resealer Start(params SealingKey[] keys) => Start(new InlineScheduler(), keys);

    public Resealer Start(TaskScheduler scheduler, params SealingKey[] keys) => new(
        new ResealStore(Tables), Ring(keys), new ResealRound(Tables, SealerOf(keys), Clock), Clock, new BrokerTimes(),
        new Background(scheduler, NullLogger<Background>.Instance), NullLogger<Resealer>.Instance);

    public TokenStore Tokens(params SealingKey[] keys) => new(Tables, SealerOf(keys));

    public InputStore Inputs(params SealingKey[] keys) => new(Tables, SealerOf(keys), Clock);

    public TableVault Vault(params SealingKey[] keys) => new(Tables.Open(TableVault.TableName), SealerOf(keys), Clock);

    public SecretStore Secrets(params SealingKey[] keys) => new(Tables, Vault(keys), Clock);

    /// <summary>Makes that many tokens, half of them with state, with an input and a secret each.</summary>
    public async Task FillAsync(int count, SealingKey key)
    {
        for (var n = 0; n < count; n++)
        {
            var (tokens, at) = (Tokens(key), KeyOf(n));
            var state = n % 2 == 0
                ? await tokens.SealStateAsync(at, 3, new Dictionary<string, KeptValue> { ["r"] = new(new($"refresh-{n}"), "o") }, CancellationToken.None)
                : null;
            var row = new TokenState(at)
            {
                Generation = 7,
                IssuedAt = Clock.Now,
                SealedValue = await tokens.SealAsync(at, 7, new SecretText($"token-{n}"), Extra, CancellationToken.None),
                SealedState = state,
                StateNumber = 3,
            };
            Assert.NotNull(await tokens.TrySaveAsync(row, CancellationToken.None));
            await Inputs(key).SaveAsync(at, "ticket", new SecretText($"ticket-{n}"), CancellationToken.None);
            var fields = new Dictionary<string, SecretText>(StringComparer.Ordinal) { ["key_1"] = new($"secret-{n}") };
            await Secrets(key).SaveAsync(new SecretDraft(at, new SecretFields(fields)), [], CancellationToken.None);
        }
    }

    /// <summary>Fails unless every value of <see cref="FillAsync"/> opens with these keys.</summary>
    public async Task AssertOpensAsync(int count, params SealingKey[] keys)
    {
        for (var n = 0; n < count; n++)
        {
            var (tokens, at) = (Tokens(keys), KeyOf(n));
            var row = await tokens.GetAsync(at, CancellationToken.None);
            Assert.Equal($"token-{n}", (await tokens.OpenAsync(row, CancellationToken.None)).Value.Reveal());
            if (n % 2 == 0) Assert.Equal($"refresh-{n}", (await tokens.OpenStateAsync(row, CancellationToken.None))["r"].Value.Reveal());
            Assert.Equal($"ticket-{n}", (await Inputs(keys).FindAsync(at, "ticket", CancellationToken.None))!.Value.Reveal());
            var secrets = Secrets(keys);
            var fields = await secrets.ReadFieldsAsync((await secrets.FindAsync(at, CancellationToken.None))!, CancellationToken.None);
            Assert.Equal($"secret-{n}", fields!.Find("key_1")!.Reveal());
        }
    }

    /// <summary>How many values lie under each key.</summary>
    public async Task<Dictionary<string, int>> KeysAsync()
    {
        var found = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var name in new[] { "tokens", "inputs", "vault" })
        {
            await foreach (var row in Tables.Open(name).ReadAllAsync(new RowQuery(), CancellationToken.None))
            {
                foreach (var box in row.Cells.Values.OfType<byte[]>())
                    found[Sealer.KeyIdOf(box) ?? "none"] = found.GetValueOrDefault(Sealer.KeyIdOf(box) ?? "none") + 1;
            }
        }

        return found;
    }

    private static Dictionary<string, System.Text.Json.JsonElement> Extra { get; } = new(StringComparer.Ordinal);
}
