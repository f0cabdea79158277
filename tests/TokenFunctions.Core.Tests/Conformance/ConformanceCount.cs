namespace TokenFunctions.Core.Tests.Conformance;

/// <summary>Notes each answer that was played back in a file that the build reads after the run and tells the sum of.</summary>
internal static class ConformanceCount
{
    private static readonly Lock Gate = new();
    private static readonly string Path = System.IO.Path.Combine(AppContext.BaseDirectory, "vectors.txt");

    public static void Add(string vector, int response, bool passed)
    {
        lock (Gate) File.AppendAllText(Path, $"{(passed ? "passed" : "failed")} {vector} {response}\n");
    }
}
