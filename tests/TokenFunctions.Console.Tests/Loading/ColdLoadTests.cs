using TokenFunctions.Console.Tests.Browsing;
using static Microsoft.Playwright.Assertions;

namespace TokenFunctions.Console.Tests.Loading;

/// <summary>What a first visit fetches.</summary>
public sealed class ColdLoadTests : ConsoleTest
{
    private const int MostBytes = 100 * 1024;

    private const string Named = "() => [...document.querySelectorAll('link[href], script[src]')].map((e) => e.href || e.src)";

    private static readonly string[] Views = ["try", "realms", "secrets", "callers", "audit"];

    [BrowserTheory]
    [InlineData("en")]
    [InlineData("zh-CN")]
    public async Task The_document_names_every_file_so_that_one_round_of_requests_brings_them_all(string language)
    {
        var stage = await StageAsync();
        var visit = await EnterAsync(stage, Visitor.Of(language));
        foreach (var view in Views)
        {
            await visit.View(view).ClickAsync();
            await Expect(visit.Heading($"frame.{view}")).ToBeVisibleAsync();
        }

        var seen = await visit.Traffic.ReadAsync();
        var document = await visit.Page.EvaluateAsync<string[]>(Named);
        var files = seen.Where(e => e.Path.StartsWith("/api/console", StringComparison.Ordinal)).ToList();

        Assert.All(files.Skip(1), f => Assert.Contains(f.Address.AbsoluteUri, document));
        // What was asked for again came out of the browser's memory.
        Assert.DoesNotContain(files.Where(f => f.Bytes > 0).CountBy(f => f.Path), f => f.Value > 1);
        Assert.All(files, f => Assert.Equal(200, f.Status));
        Assert.InRange(files.Sum(f => f.Bytes), 1, MostBytes);
    }

    [BrowserFact]
    public async Task Nothing_is_asked_of_any_other_host()
    {
        var stage = await StageAsync();
        var visit = await EnterAsync(stage, Visitor.English);

        var seen = await visit.Traffic.ReadAsync();

        Assert.All(seen, e => Assert.Equal(stage.Address.Authority, e.Address.Authority));
    }

    [BrowserFact]
    public async Task Its_own_policy_allows_no_script_and_no_style_but_its_own_files()
    {
        var stage = await StageAsync();
        var visit = await ComeAsync(stage, Visitor.English);
        // The browser tells what it refused, which is what this test wants.
        visit.Faults.Expect("Content Security Policy", "TrustedHTML", "TrustedScript");

        var policy = (await visit.Page.ReloadAsync())!.Headers["content-security-policy"];
        var hasRun = await visit.Page.EvaluateAsync<bool>("""
            async () => {
              const script = document.createElement('script');
              script.append('window.injected = true');
              document.body.append(script);
              const style = document.createElement('style');
              style.append('body { position: fixed }');
              document.head.append(style);
              try { document.body.insertAdjacentHTML('beforeend', '<i id=injected></i>'); } catch { /* As it should be. */ }
              await new Promise((done) => setTimeout(done, 50));
              return 'injected' in window || getComputedStyle(document.body).position === 'fixed';
            }
            """);

        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.False(hasRun);
    }
}
