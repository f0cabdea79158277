using TokenFunctions.Http.Tests.App;

namespace TokenFunctions.Http.Tests;

/// <summary>A chunked body may end in trailers. Of a broken one the web server logs an error of its own, so that these
/// are not among <see cref="WrongBodies"/>.</summary>
public sealed class BrokenTrailerTests
{
    [Theory]
    [InlineData("X-A: a\0")]
    [InlineData("no colon")]
    public async Task A_trailer_that_is_none_is_a_bad_request(string trailer)
    {
        await using var app = await TestApp.StartAsync();
        var wrong = WrongRequest.Plain("POST /api/realm", 400, "bad_request", null, "Content-Type: application/json", $"Transfer-Encoding: chunked\r\n\r\n2\r\n{{}}\r\n0\r\n{trailer}");

        var reply = await RawHttp.SendAsync(app.Port, wrong.Bytes);

        Assert.Equal((400, "bad_request"), (reply.Status, reply.Code));
        Assert.DoesNotContain(app.Parts.Log.Lines, line => line.StartsWith("Error TokenFunctions", StringComparison.Ordinal));
    }
}
