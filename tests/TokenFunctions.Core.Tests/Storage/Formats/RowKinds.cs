using System.Globalization;
using TokenFunctions.Realms;
using TokenFunctions.Resealing;
using TokenFunctions.Storage;
using TokenFunctions.Tokens;

namespace TokenFunctions.Core.Tests.Storage.Formats;

/// <summary>The kinds of rows of the mind that are written anew in their place.</summary>
internal static class RowKinds
{
    private static readonly TokenKey Key = new("demo", "main");
    private static readonly DateTimeOffset Noon = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    public static IReadOnlyList<RowKind> All { get; } =
    [
        new("realm", "realms", "config", WriteRealmAsync, w => new RealmStore(w.Tables, w.Clock).ListAsync(None)),
        new("secret", "secrets", "version", WriteSecretAsync, w => w.Secrets.ListAsync("demo", None)),
        new("notice of a secret", "secrets", "expiry_tries", WriteNoticeAsync, w => new ExpiryStore(w.Tables).FindAsync(Key, None)),
        new("token", "tokens", "attempt", WriteTokenAsync, w => Tokens(w).PageAsync(10, null, None)),
        new("use", "used", "generation", (w, n) => Used(w).MarkAsync(Key, n, None), w => Used(w).FindAsync(Key, None)),
        new("input", "inputs", "value", (w, n) => w.Inputs.SaveAsync(Key, "ticket", Text(n), None), w => w.Inputs.FindAsync(Key, "ticket", None)),
        new("quota", "quota", "calls", WriteQuotaAsync, w => new QuotaStore(w.Tables).GetAsync("demo", "60a", None)),
        new("mark of a slow pass", "sweep", "continuation", WriteMarkAsync, w => new RepairStore(w.Tables).GetAsync("tokens", None)),
        new("mark of a sweep", "sweep", "left", (w, n) => Marks(w).SaveAsync(n, None), w => Marks(w).FindAsync(None)),
        new("pass of sealing again", "sealing", "round", WritePassAsync, w => new ResealStore(w.Tables).GetAsync(None)),
    ];

    private static CancellationToken None => CancellationToken.None;

    private static TokenStore Tokens(KindWorld world) => new(world.Tables, world.Sealer);

    private static UsedStore Used(KindWorld world) => new(world.Tables, world.Clock);

    private static SweepMarks Marks(KindWorld world) => new(world.Tables, world.Clock);

    private static SecretText Text(int n) => new(n.ToString(CultureInfo.InvariantCulture));

    private static Task<Realm?> WriteRealmAsync(KindWorld world, int n) => new RealmStore(world.Tables, world.Clock)
        .SaveAsync(new RealmDefinition("demo", FormattableString.Invariant($"{{\"n\":{n}}}")), _ => true, None);

    private static Task<Secret> WriteSecretAsync(KindWorld world, int n)
    {
        var fields = new Dictionary<string, SecretText>(StringComparer.Ordinal) { ["key_1"] = Text(n) };
        return world.Secrets.SaveAsync(new SecretDraft(Key, new SecretFields(fields)), [], None);
    }

    private static async Task WriteNoticeAsync(KindWorld world, int n)
    {
        if (n == 1) await WriteSecretAsync(world, n);
        var store = new ExpiryStore(world.Tables);
        var secret = await store.FindAsync(Key, None);
        Assert.NotNull(await store.TrySaveAsync(secret!, new ExpiryMemory { Of = Noon, Tries = n }, None));
    }

    private static async Task WriteTokenAsync(KindWorld world, int n)
    {
        var state = await Tokens(world).GetAsync(Key, None);
        var failure = n == 1 ? new TokenFailure(FailureKind.Throttled, "why") { At = Noon } : null;
        var next = state with { Generation = n, Attempt = n, SealedValue = [1, 2], IssuedAt = Noon, Failure = failure, FailureCount = n, ExpiresAt = Noon };
        Assert.NotNull(await Tokens(world).TrySaveAsync(next, None));
    }

    private static async Task WriteQuotaAsync(KindWorld world, int n)
    {
        var store = new QuotaStore(world.Tables);
        var row = await store.GetAsync("demo", "60a", None);
        Assert.NotNull(await store.TrySaveAsync(row with { Calls = Text(n).Reveal(), EndsAt = Noon }, None));
    }

    private static async Task WriteMarkAsync(KindWorld world, int n)
    {
        var store = new RepairStore(world.Tables);
        var mark = await store.GetAsync("tokens", None);
        await store.SaveAsync(mark with { Continuation = Text(n).Reveal(), BegunAt = Noon }, None);
    }

    // The second time it is begun from the front, in the row of the first one.
    private static async Task WritePassAsync(KindWorld world, int n)
    {
        var store = new ResealStore(world.Tables);
        var pass = ResealPass.Anew(await store.GetAsync(None), "k", Noon) with { Round = n };
        Assert.NotNull(await store.TrySaveAsync(pass, None));
    }
}
