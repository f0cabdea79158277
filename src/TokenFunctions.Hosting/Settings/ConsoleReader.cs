namespace TokenFunctions.Hosting.Settings;

/// <summary>Reads <c>TokenFunctions__Console</c>: whether there is a page for people.</summary>
internal sealed class ConsoleReader(IConfigurationSection section, List<string> faults)
{
    private const string Name = "Console";

    public bool Read()
    {
        var text = section[Name] is { Length: > 0 } set ? set.Trim() : "on";
        if (text is not ("on" or "off")) faults.Add($"{section.Key}__{Name} must be on or off");
        return text is not "off";
    }
}
