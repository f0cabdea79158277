using TokenFunctions.Http.Access;
using TokenFunctions.Http.Callers;
using TokenFunctions.Sqlite;
using TokenFunctions.Storage;
using TokenFunctions.Storage.Tables;

namespace TokenFunctions.Processes.App;

/// <summary>Callers that are in an app's database before anybody asks.</summary>
internal static class CallerSeed
{
    /// <summary>Makes callers that may read every token, and gives their keys.</summary>
    public static async Task<IReadOnlyList<string>> MakeAsync(AppSettings settings, int count)
    {
        using var tables = Open(settings);
        var clock = new StoreClock(TimeProvider.System);
        var store = new CallerStore(tables, clock);
        var keys = new List<string>();
        foreach (var number in Enumerable.Range(0, count))
        {
            var key = ApiKey.Create(FormattableString.Invariant($"caller-{number}"));
            var caller = new Caller(key.CallerId)
            {
                Allow = [new CallerRule(NamePattern.All, NamePattern.All, [Verb.Read])],
                Keys = [CallerKey.Of(key, clock.Now, expiresAt: null)],
            };
            Assert.NotNull((await store.SaveAsync(caller, _ => true, CancellationToken.None)).Saved);
            Evidence.Hide(key.Reveal());
            keys.Add(key.Reveal());
        }

        return keys;
    }

    /// <summary>How many rows the table has.</summary>
    public static async Task<int> CountAsync(AppSettings settings, string table)
    {
        using var tables = Open(settings);
        return await tables.Open(table).ReadAllAsync(new RowQuery(), CancellationToken.None).CountAsync();
    }

    private static SqliteTables Open(AppSettings settings) => new(Path.Combine(settings.Folder, "data", "tokenfunctions.db"));
}
