using System.Text;
using System.Text.Json;

namespace TokenFunctions.Bench.Clients;

/// <summary>Writes a table of duels as they come, and after it one line of JSON for each.</summary>
internal sealed class DuelReport(TextWriter output)
{
    private readonly List<DuelFigure> figures = [];

    public void Add(DuelFigure figure)
    {
        if (figures.Count == 0)
            output.WriteLine($"{"case",-28}{"bare ns",12}{"ours ns",12}{"ratio",8}{"bare bytes",12}{"our bytes",12}");
        figures.Add(figure);
        var (bare, ours) = (DuelFigure.Nanoseconds(figure.Bare), DuelFigure.Nanoseconds(figure.Ours));
        output.WriteLine(FormattableString.Invariant(
            $"{figure.Name,-28}{bare,12:0.0}{ours,12:0.0}{figure.Ratio,8:0.00}{DuelFigure.Bytes(figure.Bare),12:0.0}{DuelFigure.Bytes(figure.Ours),12:0.0}"));
    }

    public void Close()
    {
        output.WriteLine();
        foreach (var figure in figures) output.WriteLine(Json(figure));
    }

    private static string Json(DuelFigure figure)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("case", figure.Name);
            json.WriteNumber("cpu_ratio", Math.Round(figure.Ratio, 3));
            json.WriteNumber("bytes_per_request", Math.Round(DuelFigure.Bytes(figure.Ours), 1));
            WriteSide(json, "bare", figure.Bare);
            WriteSide(json, "ours", figure.Ours);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static void WriteSide(Utf8JsonWriter json, string name, List<Cost> side)
    {
        json.WriteNumber($"{name}_ns", Math.Round(DuelFigure.Nanoseconds(side), 1));
        json.WriteStartArray($"raw_{name}_ns");
        foreach (var cost in side) json.WriteNumberValue(Math.Round(cost.Nanoseconds, 1));
        json.WriteEndArray();
    }
}
