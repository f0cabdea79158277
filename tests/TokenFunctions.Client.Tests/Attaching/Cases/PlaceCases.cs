using TokenFunctions.Realms;

namespace TokenFunctions.Client.Tests.Attaching.Cases;

/// <summary>Where the token stands.</summary>
internal static class PlaceCases
{
    private static readonly AttachRule Query = new() { Place = "query", Name = "access_token", Prefix = "" };
    private static readonly AttachRule Cookie = new() { Place = "cookie", Name = "sid", Prefix = "" };
    private static readonly AttachRule Header = new() { Name = "X-Token", Prefix = "" };

    public static IEnumerable<HandlerCase> All =>
    [
        new("place: usual", "GET /a", "GET /a Bearer t1"),
        new("place: another scheme", "GET /a", "GET /a token t1") { Told = new() { Prefix = "token " } },
        new("place: another header", "GET /a", "GET /a X-Token: t1") { Told = Header },
        new("place: another header beside the caller's Authorization", "GET /a", "GET /a Basic x X-Token: t1")
        {
            Told = Header,
            Say = request => request.Headers.Authorization = new("Basic", "x"),
        },
        new("place: instead of what the caller put there", "GET /a", "GET /a Bearer t1")
        {
            Say = request => request.Headers.Authorization = new("Bearer", "own"),
        },
        new("place: query", "GET /a", "GET /a?access_token=t1") { Told = Query },
        new("place: query beside others", "GET /a?b=%20c&d", "GET /a?b=%20c&d&access_token=t1") { Told = Query },
        new("place: query instead of the caller's", "GET /a?access_token=own&b=c", "GET /a?b=c&access_token=t1")
        {
            Told = Query,
        },
        new("place: cookie", "GET /a", "GET /a Cookie: sid=t1") { Told = Cookie },
        new("place: cookie beside others", "GET /a", "GET /a Cookie: b=c; sid=t1")
        {
            Told = Cookie,
            Say = request => request.Headers.Add("Cookie", "b=c; sid=own"),
        },
        new("place: the options before the realm", "GET /a", "GET /a X-Token: t1")
        {
            Told = Query,
            Set = options => options.Attach = Header,
        },
        new("place: callback", "GET /a", "GET /a X-Token: <t1>")
        {
            Told = Query,
            Set = options => options.Put = (request, token) =>
                request.Headers.Add("X-Token", $"<{token.Value.Reveal()}>"),
        },
        new HandlerCase("place: query on the repeat", "GET /a", "GET /a?access_token=t1", "GET /a?access_token=t2")
        {
            Told = Query,
            Answers = [new(401), new(200)],
        }.Repeated(),
    ];
}
