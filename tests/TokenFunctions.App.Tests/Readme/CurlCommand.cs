using System.Text;

namespace TokenFunctions.App.Tests.Readme;

/// <summary>A curl command line of the README, as far as the README uses curl.</summary>
internal sealed record CurlCommand(Uri Address, string? Body, IReadOnlyList<string> Headers)
{
    /// <summary>Reads a command line; fails on what it does not know, so that no word of a command goes unnoticed.</summary>
    public static CurlCommand Parse(string line)
    {
        var words = new Queue<string>(Split(line));
        Assert.Equal("curl", words.Dequeue());
        var (address, body, headers) = ((Uri?)null, (string?)null, new List<string>());
        while (words.TryDequeue(out var word))
        {
            if (word == "-H") headers.Add(words.Dequeue());
            else if (word == "--data-binary") body = words.Dequeue();
            else if (word.StartsWith("http://", StringComparison.Ordinal) && address is null) address = new Uri(word);
            else Assert.Fail($"The README uses curl in a way that this test does not know: {word}");
        }

        return new CurlCommand(address!, body, headers);
    }

    public HttpRequestMessage At(Uri service)
    {
        var request = new HttpRequestMessage(Body is null ? HttpMethod.Get : HttpMethod.Post, new Uri(service, Address.PathAndQuery));
        if (Body is null) return request;
        Assert.Contains("Content-Type: application/json", Headers);
        request.Content = new StringContent(Body, Encoding.UTF8, "application/json");
        return request;
    }

    // Words as a POSIX shell splits them, where only single quotes quote.
    private static IEnumerable<string> Split(string line)
    {
        var parts = line.Split('\'');
        Assert.True(parts.Length % 2 == 1, "An odd number of quotes");
        for (var i = 0; i < parts.Length; i++)
        {
            if (i % 2 == 1) yield return parts[i];
            else foreach (var word in parts[i].Split([' ', '\n', '\\'], StringSplitOptions.RemoveEmptyEntries)) yield return word;
        }
    }
}
