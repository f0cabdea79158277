using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace TokenFunctions.Console.Tests.Browsing;

/// <summary>What the browser's console tells of a page that it should not have to: errors and warnings, those of the
/// Content-Security-Policy among them, and what no script caught.</summary>
internal sealed class Faults
{
    private readonly ConcurrentQueue<string> told = new();
    private readonly ConcurrentBag<string> expected = [];

    /// <summary>All that nobody expected.</summary>
    public IReadOnlyList<string> Unexpected => [.. told.Where(t => !expected.Any(e => t.Contains(e, StringComparison.Ordinal)))];

    public void Watch(IPage page)
    {
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning") told.Enqueue($"{message.Type}: {message.Text} ({message.Location})");
        };
        page.PageError += (_, error) => told.Enqueue($"uncaught: {error}");
        page.Crash += (_, _) => told.Enqueue("The page crashed.");
    }

    /// <summary>The browser writes a line of its own for each refusal of the service.</summary>
    public void Expect(params int[] statuses)
    {
        foreach (var status in statuses)
            expected.Add(FormattableString.Invariant($"Failed to load resource: the server responded with a status of {status}"));
    }

    /// <summary>Lines with any of these words are what the test wants.</summary>
    public void Expect(params string[] words)
    {
        foreach (var word in words) expected.Add(word);
    }

    /// <summary>The browser writes a line of its own for each request that nobody answers.</summary>
    public void ExpectSilence() => expected.Add("Failed to load resource: net::ERR_CONNECTION_");
}
