using System.Text;

namespace TokenFunctions.Fuzzing.Wire;

/// <summary>An answer as it came over the wire.</summary>
/// <param name="Status">The status.</param>
/// <param name="Headers">The headers; of those that came twice, both values.</param>
/// <param name="Body">The body's bytes.</param>
internal sealed record WireAnswer(int Status, ILookup<string, string> Headers, byte[] Body)
{
    private string? text;

    public string Text => text ??= Encoding.UTF8.GetString(Body);

    /// <summary>Whether the server ends the connection after it.</summary>
    public bool Closes => Header("Connection") is { } value && value.Contains("close", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether it came from the web server itself, before the app saw anything.</summary>
    public bool IsBare => Body.Length == 0 && Status is >= 400 and < 600 && !Headers.Contains("X-Content-Type-Options");

    /// <summary>A header's value; null = it is not there.</summary>
    public string? Header(string name) => Headers[name].FirstOrDefault();
}
