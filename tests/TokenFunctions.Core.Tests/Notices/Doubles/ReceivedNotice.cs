using System.Text.Json;

namespace TokenFunctions.Core.Tests.Notices.Doubles;

/// <summary>A notice as a receiver took it in.</summary>
internal sealed record ReceivedNotice(string Id, long Timestamp, string Body, bool IsSigned)
{
    public string Type => Member("type");

    public string? Data(string name) => JsonElement.Parse(Body).GetProperty("data").GetProperty(name).GetString();

    private string Member(string name) => JsonElement.Parse(Body).GetProperty(name).GetString()!;
}
