using TokenFunctions.Http.Tests.App;

namespace TokenFunctions.Http.Tests.Matrix;

/// <summary>One asker at one route.</summary>
internal static class MatrixCell
{
    /// <summary>What comes of it.</summary>
    /// <param name="http">A client that sends no key.</param>
    /// <param name="asker">Who asks.</param>
    /// <param name="route">For what.</param>
    /// <param name="withCode">Whether the answer's code is wanted.</param>
    public static async Task<(int Status, string? Code)> AskAsync(HttpClient http, Asker asker, MatrixRoute route, bool withCode)
    {
        using var request = route.Request();
        foreach (var (name, value) in asker.Headers) request.Headers.TryAddWithoutValidation(name, value);
        using var response = await http.SendAsync(request);
        var reply = await Reply.ReadAsync(response);
        // HEAD has no body, and with it no code.
        if (!withCode) return (reply.Status, null);
        return (reply.Status, route.Method == "HEAD" ? "foreign_identity" : reply.Code);
    }
}
