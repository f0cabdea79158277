using System.Text;
using System.Text.Json;

namespace TokenFunctions.Bench.Measuring;

/// <summary>Writes a table as the figures come, and after it one line of JSON for each.</summary>
internal sealed class Report(TextWriter output)
{
    private readonly List<Figure> figures = [];

    /// <summary>Measures the cases and reports them.</summary>
    /// <returns>The exit code.</returns>
    public static int Of(TextWriter output, IEnumerable<Case> cases)
    {
        var report = new Report(output);
        foreach (var each in cases) report.Add(Rounds.Measure(each));
        report.Close();
        return 0;
    }

    private void Add(Figure figure)
    {
        if (figures.Count == 0) output.WriteLine($"{"case",-36}{"µs (median)",14}{"min",10}{"max",10}{"bytes",12}");
        figures.Add(figure);
        var (least, most) = (figure.Microseconds.Min(), figure.Microseconds.Max());
        output.WriteLine($"{figure.Case,-36}{figure.Median,14:0.00}{least,10:0.00}{most,10:0.00}{figure.Bytes,12}");
    }

    private void Close()
    {
        output.WriteLine();
        foreach (var figure in figures) output.WriteLine(Json(figure));
    }

    private static string Json(Figure figure)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("case", figure.Case);
            json.WriteNumber("us", Math.Round(figure.Median, 3));
            json.WriteNumber("bytes", figure.Bytes);
            json.WriteStartArray("raw_us");
            foreach (var round in figure.Microseconds) json.WriteNumberValue(Math.Round(round, 3));
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.ToArray());
    }
}
