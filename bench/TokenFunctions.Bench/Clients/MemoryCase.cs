namespace TokenFunctions.Bench.Clients;

/// <summary>The memory that a cached token takes.</summary>
internal static class MemoryCase
{
    private const int Count = 100_000;

    /// <summary>Measures and prints.</summary>
    /// <param name="characters">How long each token is.</param>
    /// <param name="output">Where it goes.</param>
    public static async Task RunAsync(int characters, TextWriter output)
    {
        var keys = Caches.Keys(Count);
        // What is filled for the first time brings code and tables along.
        await Caches.FillAsync(keys[..100], characters);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var cache = await Caches.FillAsync(keys, characters);
        var bytes = (double)(GC.GetTotalMemory(forceFullCollection: true) - before) / Count;
        var told = (double)cache.Bytes / Count;
        GC.KeepAlive(cache);
        await output.WriteLineAsync(FormattableString.Invariant(
            $$"""{"case":"client/memory, {{characters}} characters","tokens":{{Count}},"bytes_each":{{bytes:0}},"beyond_utf8":{{bytes - characters:0}},"told_each":{{told:0}}}"""));
    }
}
