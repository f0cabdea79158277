using System.Globalization;

namespace TokenFunctions.Bench.Starts;

/// <summary>What Linux tells of a process (proc(5)); its clock ticks of 10 ms would be too coarse for a start.</summary>
internal static class ProcessFigures
{
    /// <summary>The processor time of all threads that live, in nanoseconds of the scheduler.</summary>
    public static TimeSpan CpuOf(int id) => TimeSpan.FromMicroseconds(
        Directory.GetDirectories($"/proc/{id}/task").Sum(task => FirstNumber($"{task}/schedstat")) / 1000.0);

    /// <summary>The resident memory in bytes.</summary>
    public static long MemoryOf(int id) => 1024 * long.Parse(
        File.ReadLines($"/proc/{id}/status").First(line => line.StartsWith("VmRSS:", StringComparison.Ordinal))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)[1],
        CultureInfo.InvariantCulture);

    private static double FirstNumber(string file)
    {
        try
        {
            return double.Parse(File.ReadAllText(file).Split(' ')[0], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            // The thread has just ended.
            return 0;
        }
    }
}
