namespace TokenFunctions.Console.Tests.Browsing;

/// <summary>What a page holds that somebody could look at: what is shown, and what the browser was given to keep.</summary>
internal static class Remains
{
    private const string Stored = """
        async () => JSON.stringify({
          local: { ...localStorage }, session: { ...sessionStorage }, cookie: document.cookie, address: location.href,
          state: history.state, name: window.name, title: document.title,
          databases: await indexedDB.databases(), caches: await caches.keys(),
          workers: (await navigator.serviceWorker.getRegistrations()).length,
        })
        """;

    private const string Shown = """
        () => document.documentElement.outerHTML + '\n' +
          [...document.querySelectorAll('input, textarea, select')].map((e) => e.value).join('\n')
        """;

    /// <summary>All that the browser keeps for the page, cookies that scripts cannot see among it.</summary>
    public static async Task<string> StoredAsync(this Visit visit)
    {
        var cookies = await visit.Context.CookiesAsync();
        return await visit.Page.EvaluateAsync<string>(Stored) + string.Join('\n', cookies.Select(c => $"{c.Name}={c.Value}"));
    }

    /// <summary>The document as it is now, with what stands in its fields.</summary>
    public static Task<string> ShownAsync(this Visit visit) => visit.Page.EvaluateAsync<string>(Shown);
}
