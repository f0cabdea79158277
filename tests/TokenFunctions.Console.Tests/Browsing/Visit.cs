using Microsoft.Playwright;

namespace TokenFunctions.Console.Tests.Browsing;

/// <summary>Somebody with the page open, in a browser context of their own.</summary>
internal sealed class Visit : IAsyncDisposable
{
    private readonly Uri service;

    private Visit(Uri service, Visitor visitor, IBrowserContext context, IPage page)
    {
        (this.service, Visitor, Context, Page) = (service, visitor, context, page);
        Faults.Watch(page);
        Traffic.Watch(context);
    }

    public Visitor Visitor { get; }

    public IBrowserContext Context { get; }

    public IPage Page { get; }

    public Words Words => Visitor.Words;

    public Faults Faults { get; } = new();

    public Traffic Traffic { get; } = new();

    /// <summary>The address of the page.</summary>
    public Uri Address => new(service, "/api/console");

    /// <summary>Opens a browser that has never been there; nothing is loaded yet.</summary>
    public static async Task<Visit> BeginAsync(Uri service, Visitor visitor)
    {
        var browser = await OneBrowser.GetAsync();
        var context = await browser.NewContextAsync(visitor.Options());
        context.SetDefaultTimeout(OneBrowser.PatienceMs);
        if (visitor.BringsAxe) await Axe.BringAsync(context);
        return new Visit(service, visitor, context, await context.NewPageAsync());
    }

    /// <summary>Loads the page at a view, such as <c>realms/demo</c>.</summary>
    public Task LoadAsync(string view = "") => Page.GotoAsync($"{Address}{(view.Length > 0 ? $"#/{view}" : "")}");

    /// <summary>Goes to a view as a link of the page does.</summary>
    public Task GoAsync(string view) => Page.EvaluateAsync("view => { location.hash = `#/${view}`; }", view);

    public async ValueTask DisposeAsync() => await Context.CloseAsync();
}
