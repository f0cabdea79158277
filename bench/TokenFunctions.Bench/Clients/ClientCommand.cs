namespace TokenFunctions.Bench.Clients;

/// <summary><c>client</c>: what a token costs the program that uses it.</summary>
internal static class ClientCommand
{
    /// <summary>Measures and prints.</summary>
    public static async Task<int> RunAsync(TextWriter output)
    {
        var report = new DuelReport(output);
        foreach (var keys in new[] { 1, 1_000 }) report.Add(await HitCase.MeasureAsync(keys));
        report.Add(await HandledCase.MeasureAsync());
        report.Close();
        foreach (var characters in new[] { 100, 900 }) await MemoryCase.RunAsync(characters, output);
        return 0;
    }
}
