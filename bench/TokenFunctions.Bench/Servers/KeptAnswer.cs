using System.Text;

namespace TokenFunctions.Bench.Servers;

/// <summary>An answer of the service, for the bare server to give.</summary>
/// <param name="Headers">Its headers but those that a web server writes by itself.</param>
/// <param name="Body">Its body.</param>
internal sealed record KeptAnswer(IReadOnlyList<string> Headers, string Body)
{
    // By the clock and by the body.
    private static readonly string[] Own = ["Date", "Content-Length"];

    /// <summary>Asks for it.</summary>
    /// <param name="server">Who is asked.</param>
    /// <param name="target">Path and query.</param>
    /// <param name="apiKey">The caller's key.</param>
    public static async Task<KeptAnswer> TakeAsync(ServerProcess server, string target, string apiKey)
    {
        using var http = new HttpClient { BaseAddress = server.Address };
        http.DefaultRequestHeaders.Add("x-api-key", apiKey);
        using var answer = await http.GetAsync(new Uri(target, UriKind.Relative));
        answer.EnsureSuccessStatusCode();
        var headers = answer.Headers.Concat(answer.Content.Headers)
            .Where(header => !Own.Contains(header.Key, StringComparer.OrdinalIgnoreCase))
            .Select(header => $"{header.Key}: {string.Join(", ", header.Value)}")
            .Order(StringComparer.Ordinal);
        return new KeptAnswer([.. headers], await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Writes it into a file: the headers, an empty line, the body.</summary>
    public Task SaveAsync(string file) =>
        File.WriteAllTextAsync(file, $"{string.Join('\n', Headers)}\n\n{Body}", new UTF8Encoding(false));
}
