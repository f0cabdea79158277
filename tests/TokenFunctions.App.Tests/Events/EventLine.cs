using System.Text.Json;
using TokenFunctions.Processes.App;
using TokenFunctions.Testing;

namespace TokenFunctions.App.Tests.Events;

/// <summary>A line of an app's standard output.</summary>
internal sealed record EventLine(string Name, JsonElement Json)
{
    public string? Code => Text("code");

    /// <summary>All lines so far; fails the test when one is none.</summary>
    public static IReadOnlyList<EventLine> Of(AppProcess app) => [.. app.Events.Select(Parse)];

    /// <summary>The lines of one event.</summary>
    public static IReadOnlyList<EventLine> Of(AppProcess app, string name) => [.. Of(app).Where(line => line.Name == name)];

    /// <summary>The only line of an event, once it has come: an answer may be here before the line that was written with
    /// it.</summary>
    public static async Task<EventLine> OneAsync(AppProcess app, string name)
    {
        await Eventually.HoldsAsync(() => Of(app, name).Count > 0, $"{name} is told");
        return Assert.Single(Of(app, name));
    }

    public string? Text(string name) => Json.TryGetProperty(name, out var value) ? value.ToString() : null;

    private static EventLine Parse(string line)
    {
        Assert.StartsWith("{\"event\":\"", line, StringComparison.Ordinal);
        Assert.InRange(line.Length, 1, 9_999);
        var json = JsonElement.Parse(line);
        string[] head = ["event", "id", "level", "time"];
        Assert.Equal(head, json.EnumerateObject().Take(4).Select(member => member.Name));
        return new EventLine(json.GetProperty("event").GetString()!, json);
    }
}
