namespace TokenFunctions.Bench.Starts;

/// <summary>One of the two programs that are compared.</summary>
/// <param name="Name">Its name in the table.</param>
/// <param name="Program">Its executable.</param>
/// <param name="Variables">What it is started with.</param>
internal sealed record StartSide(string Name, string Program, IReadOnlyDictionary<string, string> Variables)
{
    private readonly List<TimeSpan> walls = [];
    private readonly List<TimeSpan> cpus = [];

    /// <summary>The median time of a start, in milliseconds.</summary>
    public double Wall => Median(walls);

    /// <summary>The median processor time of a start, in milliseconds.</summary>
    public double Cpu => Median(cpus);

    /// <summary>The memory after many requests, in MiB.</summary>
    public double Memory { get; private set; }

    /// <summary>Starts it once more.</summary>
    public async Task StartAsync()
    {
        await using var started = await StartedProcess.StartAsync(Program, Variables);
        walls.Add(started.Wall);
        cpus.Add(started.Cpu);
    }

    /// <summary>Starts it, asks it so often, and looks at its memory.</summary>
    public async Task MeasureMemoryAsync(int requests)
    {
        await using var started = await StartedProcess.StartAsync(Program, Variables);
        await Parallel.ForAsync(0, requests, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (_, stop) =>
        {
            using var answer = await started.Http.GetAsync(new Uri("/", UriKind.Relative), stop);
            answer.EnsureSuccessStatusCode();
        });
        Memory = started.Memory / 1024.0 / 1024.0;
    }

    private static double Median(List<TimeSpan> times) => times.Order().ElementAt(times.Count / 2).TotalMilliseconds;
}
