using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace TokenFunctions.Console.Tests.Browsing;

/// <summary>What is on the page, as people and screen readers find it: by its role and its name, the name by its key in the
/// page's words.</summary>
internal static class Finding
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(1);

    public static ILocator Button(this Visit visit, string key, params (string Name, string Value)[] places) =>
        visit.Named(AriaRole.Button, visit.Words[key, places]);

    public static ILocator Link(this Visit visit, string key, params (string Name, string Value)[] places) =>
        visit.Named(AriaRole.Link, visit.Words[key, places]);

    public static ILocator Heading(this Visit visit, string key, params (string Name, string Value)[] places) =>
        visit.Named(AriaRole.Heading, visit.Words[key, places]);

    public static ILocator Text(this Visit visit, string key, params (string Name, string Value)[] places) =>
        visit.Page.GetByText(visit.Words[key, places]);

    /// <summary>By a role and a name that is no text of the page.</summary>
    public static ILocator Named(this Visit visit, AriaRole role, string name) =>
        visit.Page.GetByRole(role, new() { Name = name, Exact = true });

    /// <summary>A field by its label, whether it is said to be optional or not.</summary>
    public static ILocator Field(this Visit visit, string key) => visit.Page.GetByLabel(new Regex(
        $@"^{Regex.Escape(visit.Words[key])}(?:\s+{Regex.Escape(visit.Words["frame.optional"])})?$", RegexOptions.None, Bound));

    /// <summary>A field for a value of a secret, by the value's name, whatever its label says beside it.</summary>
    public static ILocator Labelled(this Visit visit, string label) =>
        visit.Page.GetByLabel(new Regex($@"^{Regex.Escape(label)}(?:\s|$)", RegexOptions.None, Bound));

    /// <summary>A link of the navigation.</summary>
    public static ILocator View(this Visit visit, string name) =>
        visit.Page.GetByRole(AriaRole.Navigation, new() { Name = visit.Words["frame.views"], Exact = true })
            .GetByRole(AriaRole.Link, new() { Name = visit.Words[$"frame.{name}"], Exact = true });

    /// <summary>A token of the overview.</summary>
    public static ILocator Token(this Visit visit, string realm, string key) => visit.Page.GetByRole(AriaRole.Listitem)
        .Filter(new() { Has = visit.Named(AriaRole.Heading, $"{realm} / {key}") });

    /// <summary>The name of what can be done with a token of the overview.</summary>
    public static string NameOf(this Visit visit, string key, string realm, string name) =>
        visit.Words["overview.of", ("what", visit.Words[key]), ("name", $"{realm} / {name}")];

    /// <summary>What a dialog asks.</summary>
    public static ILocator Dialog(this Visit visit) => visit.Page.GetByRole(AriaRole.Dialog);
}
