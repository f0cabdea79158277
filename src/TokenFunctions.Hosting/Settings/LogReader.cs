namespace TokenFunctions.Hosting.Settings;

/// <summary>Reads how the app tells what happens.</summary>
internal sealed class LogReader(IConfigurationSection section, List<string> faults)
{
    /// <summary>Whether each event is a line of JSON: always under the Functions host, which carries lines and no more
    /// than that; elsewhere where <c>Log</c> is <c>json</c>.</summary>
    public bool Read(bool underFunctions)
    {
        var text = section["Log"] is { Length: > 0 } set ? set.Trim() : null;
        switch (text)
        {
            case null: return underFunctions;
            case "json": return true;
            case "text" when !underFunctions: return false;
            case "text":
                faults.Add($"{section.Key}__Log=text holds only for an app that runs by itself:"
                    + " under the Functions host each event is a line of JSON");
                return true;
            default:
                faults.Add($"{section.Key}__Log must be json or text");
                return underFunctions;
        }
    }
}
