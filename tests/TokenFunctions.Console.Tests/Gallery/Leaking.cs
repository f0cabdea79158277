using TokenFunctions.Console.Tests.Browsing;
using TokenFunctions.Console.Tests.Scenes;
using TokenFunctions.Testing;

namespace TokenFunctions.Console.Tests.Gallery;

/// <summary>Looks for what a page must not have, in any form in which it could be there.</summary>
internal static class Leaking
{
    /// <summary>What the document or the browser's storage has of secrets, tokens and the key of who is signed in.</summary>
    public static async Task<IEnumerable<string>> FindAsync(Tour tour, string room)
    {
        var held = await tour.Visit.ShownAsync() + await tour.Visit.StoredAsync();
        return Confidential(tour.Stage).Where(c => IsIn(held, c.Value)).Select(c => $"{room}: {c.Name}");
    }

    /// <summary>What the browser's network log has of secrets and tokens where it should not.</summary>
    public static IEnumerable<string> InTraffic(Stage stage, IEnumerable<Exchange> traffic) =>
        from exchange in traffic
        from secret in Confidential(stage)
        where IsIn(TextOf(exchange, secret.Name), secret.Value)
        select $"{exchange}: {secret.Name}";

    private static IEnumerable<(string Name, string Value)> Confidential(Stage stage) =>
    [
        ("secret", FullStage.Secret), ("admin key", Stage.AdminKey), .. stage.Provider.Tokens.Select(t => ("token", t)),
    ];

    private static bool IsIn(string text, string value) => Forms.Of(value).Any(f => text.Contains(f, StringComparison.Ordinal));

    // The key is in the one header that is made for it, and a token in the answer of who asks for one.
    private static string TextOf(Exchange exchange, string name) => string.Join('\n',
        exchange.Address,
        name == "admin key" ? exchange.Sent.Replace($"x-api-key: {Stage.AdminKey}", "", StringComparison.Ordinal) : exchange.Sent,
        exchange.SentBody,
        exchange.Got,
        name == "token" && exchange is { Method: "POST", Path: "/api/cache/token" } ? "" : exchange.GotBody);
}
