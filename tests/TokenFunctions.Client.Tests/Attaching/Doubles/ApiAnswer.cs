namespace TokenFunctions.Client.Tests.Attaching.Doubles;

/// <summary>What the API answers.</summary>
internal sealed record ApiAnswer(int Status, string Body = "", string Type = "application/json")
{
    public (string Name, string Value)[] Headers { get; init; } = [];

    public static ApiAnswer To(int status, string location) => new(status) { Headers = [("Location", location)] };
}
