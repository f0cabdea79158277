using TokenFunctions.Http.Access;
using TokenFunctions.Http.Callers;
using TokenFunctions.Http.Tests.App;
using TokenFunctions.Tokens;

namespace TokenFunctions.Http.Tests.Access;

public sealed class RetryRightsTests
{
    [Theory]
    [InlineData("{}", 200, Verb.Admin)]
    [InlineData("""{"renew":false}""", 200, Verb.Admin)]
    [InlineData("""{"renew":true}""", 403, Verb.Admin)]
    [InlineData("""{"renew":true}""", 403, Verb.Flush)]
    [InlineData("""{"renew":true}""", 200, Verb.Admin, Verb.Flush)]
    public async Task A_renewal_needs_the_right_to_force_one_too(string body, int status, params Verb[] verbs)
    {
        await using var app = await TestApp.StartAsync();
        await app.PostAsync("/api/realm", """{"id":"r","config":{"url":"u"}}""");
        await app.PostAsync("/api/secret", """{"realm":"r","key":"k","key_1":"v"}""");
        var rule = new CallerRule(NamePattern.Parse("r")!, NamePattern.Parse("*")!, verbs);
        var key = await app.Parts.Callers.AddAsync(new Caller("one") { Allow = [rule] });

        var asked = false;
        app.Parts.Core.Answer = request =>
        {
            asked = true;
            return TokenResult.Of(Samples.Token(request.Key));
        };
        app.Http.DefaultRequestHeaders.Remove("x-api-key");
        app.Http.DefaultRequestHeaders.Add("x-api-key", key);

        var reply = await app.PostAsync("/api/status/r/k/retry", body);

        Assert.Equal(status, reply.Status);
        Assert.Equal(status == 200 && body.Contains("true", StringComparison.Ordinal), asked);
    }
}
