namespace TokenFunctions.Bench.Starts;

/// <summary>Prints the service beside the bare server.</summary>
internal static class StartReport
{
    /// <summary>Prints a table, and the same as one line of JSON.</summary>
    public static async Task WriteAsync(TextWriter output, StartSide service, StartSide bare)
    {
        await output.WriteLineAsync($"{"",-10}{"wall ms",10}{"CPU ms",10}{"MiB",10}");
        foreach (var side in (StartSide[])[service, bare])
            await output.WriteLineAsync(FormattableString.Invariant(
                $"{side.Name,-10}{side.Wall,10:0.0}{side.Cpu,10:0.0}{side.Memory,10:0.0}"));
        var (wall, cpu, memory) = (service.Wall / bare.Wall, service.Cpu / bare.Cpu, service.Memory / bare.Memory);
        await output.WriteLineAsync(FormattableString.Invariant($"{"ratio",-10}{wall,10:0.00}{cpu,10:0.00}{memory,10:0.00}"));
        await output.WriteLineAsync(FormattableString.Invariant(
            $$"""{"case":"start","wall_ratio":{{wall:0.000}},"cpu_ratio":{{cpu:0.000}},"memory_ratio":{{memory:0.000}},"wall_ms":{{service.Wall:0.0}},"cpu_ms":{{service.Cpu:0.0}},"mib":{{service.Memory:0.0}}}"""));
    }
}
