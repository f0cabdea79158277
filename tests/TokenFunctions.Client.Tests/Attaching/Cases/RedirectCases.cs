using TokenFunctions.Client.Tests.Attaching.Doubles;
using TokenFunctions.Realms;

namespace TokenFunctions.Client.Tests.Attaching.Cases;

/// <summary>Redirects within the named host.</summary>
internal static class RedirectCases
{
    private static readonly AttachRule Query = new() { Place = "query", Name = "access_token", Prefix = "" };

    public static IEnumerable<HandlerCase> All =>
    [
        Leads(301, "GET", "GET /b?c=d Bearer t1"),
        Leads(302, "GET", "GET /b?c=d Bearer t1"),
        Leads(303, "GET", "GET /b?c=d Bearer t1"),
        Leads(307, "GET", "GET /b?c=d Bearer t1"),
        Leads(308, "GET", "GET /b?c=d Bearer t1"),
        Leads(301, "POST", "GET /b?c=d Bearer t1"),
        Leads(302, "POST", "GET /b?c=d Bearer t1"),
        Leads(303, "POST", "GET /b?c=d Bearer t1"),
        Leads(307, "POST", "POST /b?c=d Bearer t1 | text"),
        Leads(308, "POST", "POST /b?c=d Bearer t1 | text"),
        Leads(302, "PUT", "PUT /b?c=d Bearer t1 | text"),
        Leads(303, "PUT", "GET /b?c=d Bearer t1"),
        Leads(303, "HEAD", "HEAD /b?c=d Bearer t1"),
        Stays("no content to send again", 307, "/b") with
        {
            Request = "POST /a",
            Content = () => new StreamContent(new OneWayStream("text")),
            Traffic = ["POST /a Bearer t1 | text"],
        },
        Stays("not modified", 304, "/b"),
        Stays("many choices", 300, "/b"),
        Stays("a file", 302, "file:///b"),
        Stays("user information", 302, "http://user@127.0.0.1/b"),
        Stays("none are followed", 302, "/b") with { Set = options => options.MaxRedirects = 0 },
        new("redirect: the last of too many", "GET /a", "GET /a Bearer t1", "GET /b Bearer t1", "GET /c Bearer t1")
        {
            Answers = [ApiAnswer.To(302, "/b"), ApiAnswer.To(302, "/c"), ApiAnswer.To(302, "/d")],
            Set = options => options.MaxRedirects = 2,
            Status = 302,
        },
        new("redirect: without a place", "GET /a", "GET /a Bearer t1") { Answers = [new(302)], Status = 302 },
        new("redirect: the query has one token", "GET /a", "GET /a?access_token=t1", "GET /b?c=d&access_token=t1")
        {
            Told = Query,
            Answers = [ApiAnswer.To(302, "/b?access_token=t1&c=d"), new(200)],
        },
        new HandlerCase("redirect: refused there", "GET /a", "GET /a Bearer t1", "GET /b Bearer t1", "GET /b Bearer t2")
        {
            Answers = [ApiAnswer.To(302, "/b"), new(401), new(200)],
        }.Repeated(),
        new HandlerCase("redirect: after the repeat", "GET /a", "GET /a Bearer t1", "GET /a Bearer t2", "GET /b Bearer t2")
        {
            Answers = [new(401), ApiAnswer.To(302, "/b"), new(200)],
        }.Repeated(),
        new HandlerCase("redirect: that means dead", "GET /a", "GET /a Bearer t1", "GET /a Bearer t2")
        {
            Told = new() { Dead = [new([302], null)] },
            Answers = [ApiAnswer.To(302, "/login"), new(200)],
        }.Repeated(),
    ];

    private static HandlerCase Leads(int status, string method, string then) =>
        new($"redirect: {status} of {method}", $"{method} /a", $"{method} /a Bearer t1{Body(method)}", then)
        {
            Content = () => Body(method).Length > 0 ? new StringContent("text") : null,
            Answers = [ApiAnswer.To(status, "/b?c=d"), new(200)],
        };

    private static HandlerCase Stays(string name, int status, string location) =>
        new($"no redirect: {name}", "GET /a", "GET /a Bearer t1")
        {
            Answers = [ApiAnswer.To(status, location), new(200)],
            Status = status,
        };

    private static string Body(string method) => method is "POST" or "PUT" ? " | text" : "";
}
