using System.Text;
using System.Text.Json;

namespace TokenFunctions.Bench.Pairs;

/// <summary>A pair as one line of JSON.</summary>
internal static class PairJson
{
    /// <summary>Writes it.</summary>
    public static string Of(PairFigures pair)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("case", pair.Case);
            json.WriteNumber("rps_ratio", Math.Round(pair.Ours.Ratio(pair.Other, r => r.PerSecond), 3));
            json.WriteNumber("cpu_ratio", Math.Round(pair.Ours.Ratio(pair.Other, r => r.Cpu), 3));
            json.WriteNumber("p99_ratio", Math.Round(pair.Ours.Ratio(pair.Other, r => r.P99), 3));
            json.WriteStartObject("bytes_per_request");
            foreach (var side in (SideRounds[])[pair.Ours, pair.Other]) Write(json, side.Name, side.Median(r => r.Bytes));
            json.WriteEndObject();
            foreach (var side in (SideRounds[])[pair.Ours, pair.Other]) Write(json, side);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static void Write(Utf8JsonWriter json, SideRounds side)
    {
        json.WriteStartObject(side.Name);
        Write(json, "rps", side.Median(r => r.PerSecond));
        Write(json, "p50_us", side.Median(r => r.P50));
        Write(json, "p99_us", side.Median(r => r.P99));
        Write(json, "p999_us", side.Median(r => r.P999));
        Write(json, "cpu_us", side.Median(r => r.Cpu));
        Write(json, "gc_ms_per_s", side.Median(r => r.Pause));
        Write(json, "rss_mib", side.Median(r => r.Resident));
        WriteAll(json, "raw_rps", side.All.Select(r => r.PerSecond));
        WriteAll(json, "raw_cpu_us", side.All.Select(r => r.Cpu));
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, double figure) =>
        json.WriteNumber(name, Math.Round(figure, 2));

    private static void WriteAll(Utf8JsonWriter json, string name, IEnumerable<double> figures)
    {
        json.WriteStartArray(name);
        foreach (var figure in figures) json.WriteNumberValue(Math.Round(figure, 2));
        json.WriteEndArray();
    }
}
