using Microsoft.Playwright;
using TokenFunctions.Testing.Servers;

namespace TokenFunctions.Console.Tests.Browsing;

/// <summary>axe-core, which looks for what keeps people from using a page.</summary>
internal static class Axe
{
    private const string Run = """
        async () => (await axe.run(document, { resultTypes: ['violations'] })).violations.map(
          (v) => `${v.id}: ${v.help}\n` + v.nodes.map((n) => `  ${n.html}\n  ${n.any.concat(n.all, n.none).map((c) => c.message).join('; ')}`).join('\n'))
        """;

    private static readonly Lazy<Task<string>> Source = new(ReadAsync);

    /// <summary>Puts it into each page that the context will show.</summary>
    public static async Task BringAsync(IBrowserContext context) => await context.AddInitScriptAsync(await Source.Value);

    /// <summary>What it finds on the page as it is now, by the rules of WCAG and by good practice.</summary>
    public static async Task<IReadOnlyList<string>> FindAsync(IPage page) => await page.EvaluateAsync<string[]>(Run);

    private static async Task<string> ReadAsync()
    {
        await Node.EnsureInstalledAsync();
        return await File.ReadAllTextAsync(Path.Combine(Node.Folder, "node_modules", "axe-core", "axe.min.js"));
    }
}
