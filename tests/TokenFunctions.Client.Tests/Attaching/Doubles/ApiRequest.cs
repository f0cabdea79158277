namespace TokenFunctions.Client.Tests.Attaching.Doubles;

/// <summary>A request as the API saw it.</summary>
internal sealed record ApiRequest(
    string Method, string Target, IReadOnlyList<KeyValuePair<string, string>> Headers, string Body)
{
    /// <summary>All that came in, to look for a token in.</summary>
    public string Text => string.Join('\n', [$"{Method} {Target}", .. Headers.Select(h => $"{h.Key}: {h.Value}"), Body]);

    /// <summary>Method, target, what tells who asks, and the body: one line of expected traffic.</summary>
    public string Line =>
        string.Join(' ', new[] { Method, Target, Header("Authorization"), Own("X-Token"), Own("Cookie"), Shown }
            .Where(part => part.Length > 0));

    private string Shown => Body.Length switch
    {
        0 => "",
        <= 40 => $"| {Body}",
        _ => $"| {Body.Length} characters",
    };

    public string Header(string name) =>
        string.Join(", ", Headers.Where(h => string.Equals(h.Key, name, StringComparison.OrdinalIgnoreCase)).Select(h => h.Value));

    private string Own(string name) => Header(name) is { Length: > 0 } value ? $"{name}: {value}" : "";
}
