using TokenFunctions.Core.Tests.Realms.Doubles;
using TokenFunctions.Realms;

namespace TokenFunctions.Core.Tests.Realms.Requests;

/// <summary>Requests of the published test suite of AWS Signature Version 4, and one of STS.</summary>
public sealed class AwsAuthTests
{
    private const string Token = "AQoDYXdzEPT//////////wEXAMPLEtc764bNrC9SAPBSM22wDOk4x4HIZ8j4FZTwdQWLWsKWHGBuFqwAeMicRXmxfpSPfIeoIYRqTflfKD8YUuwthAx7mSEI/qkPpKPi/kMcGdQrmGdeehM4IC1NtBmUpp2wUE8phUZampKsburEDy0KPkyQDYwT7WZ0wq5VSXDvp75YU9HFvlRd8Tx6q6fE8YQcHNVXAkiY9q6d+xo0rKwT38xVqr7ZD0u0iPPkUL64lIZbqBAz+scqKmlzm8FDrypNC9Yjc8fPOLn9FX9KSYvKTr4rvx3iSIlTJabIQwj2ICCR/oLxBA==";

    private static readonly DateTimeOffset SuiteTime = new(2015, 8, 30, 12, 36, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("get-vanilla", "/", "\"method\":\"GET\"", "host;x-amz-date", "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31")]
    [InlineData("get-vanilla-query-order-key-case", "/?Param2=value2&Param1=value1", "\"method\":\"GET\"", "host;x-amz-date", "b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500")]
    [InlineData("get-vanilla-query-unreserved", "/?-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz=-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", "\"method\":\"GET\"", "host;x-amz-date", "9c3e54bfcdf0b19771a7f523ee5669cdf59bc7cc0884027167c21bb143a40197")]
    [InlineData("get-vanilla-utf8-query", "/?%E1%88%B4=bar", "\"method\":\"GET\"", "host;x-amz-date", "2cdec8eed098649ff3a119c94853b13c643bcf08f8b0a1d91e12c9027818dd04")]
    [InlineData("get-slashes", "//example//", "\"method\":\"GET\"", "host;x-amz-date", "9a624bd73a37c9a373b5312afbebe7a714a789de108f0bdfe846570885f57e84")]
    [InlineData("get-header-value-trim", "/", """
        "method":"GET","arguments":[{"name":"My-Header1","place":"header","value":" value1"},{"name":"My-Header2","place":"header","value":" \"a   b   c\""}]
        """, "host;my-header1;my-header2;x-amz-date", "acc3ed3afb60bb290fc8d2dd0098b9911fcaa05412b367055dee359757a9c736")]
    [InlineData("post-vanilla", "/", "\"method\":\"POST\"", "host;x-amz-date", "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b")]
    [InlineData("post-header-key-sort", "/", """
        "arguments":[{"name":"My-Header1","place":"header","value":"value1"}]
        """, "host;my-header1;x-amz-date", "c5410059b04c1ee005303aed430f6e6645f61f4dc9e1461ec8f8916fdf18852c")]
    [InlineData("post-x-www-form-urlencoded", "/", """
        "content_type":"form","arguments":[{"name":"Param1","place":"body","value":"value1"}]
        """, "content-type;host;x-amz-date", "ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a")]
    public void A_request_of_the_suite_has_the_published_signature(
        string name, string path, string members, string headers, string signature)
    {
        var sent = Suite(members, path, null);
        Assert.Equal(
            $"AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders={headers}, Signature={signature}",
            sent.Header("Authorization"));
        Assert.Equal(("20150830T123600Z", "example.amazonaws.com"), (sent.Header("X-Amz-Date"), sent.Header("Host")));
        Assert.NotEmpty(name);
    }

    [Fact]
    public void A_session_token_is_sent_and_signed()
    {
        var sent = Suite("\"method\":\"POST\"", "/", Token);
        Assert.Equal(Token, sent.Header("X-Amz-Security-Token"));
        Assert.EndsWith(
            "SignedHeaders=host;x-amz-date;x-amz-security-token, Signature=85d96828115b5dc0cfc3bd16ad9e210dd772bbebba041836c64533a82be05ead",
            sent.Header("Authorization"), StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_session_token_is_none() =>
        Assert.Null(Suite("\"method\":\"POST\"", "/", "").Header("X-Amz-Security-Token"));

    [Fact]
    public void STS_is_asked_as_it_wants()
    {
        var sent = Sent.Of(Ask.Compile(Ask.Config("""
            "content_type":"form","arguments":[{"name":"Action","place":"body","value":"AssumeRole"},{"name":"Version","place":"body","value":"2011-06-15"},
              {"name":"RoleArn","place":"body","value":"$key_3"},{"name":"RoleSessionName","place":"body","value":"broker"},{"name":"DurationSeconds","place":"body","value":"3600"}],
            "auth":{"type":"aws_sigv4","service":"sts","region":"us-east-1","access_key_id":"$key_1","secret_access_key":"$key_2"}
            """, "https://sts.us-east-1.amazonaws.com/")), new CallMaterial(Ask.Secret(
                ("key_1", "AKIAIOSFODNN7EXAMPLE"), ("key_2", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"),
                ("key_3", "arn:aws:iam::123456789012:role/demo"))));

        Assert.Equal(
            "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20261120/us-east-1/sts/aws4_request, SignedHeaders=content-type;host;x-amz-date, "
                + "Signature=ed1ac756cbfda5c023c7cd6a149681b8b1c9c132e1661b8703a1fafc4f7aa378",
            sent.Header("Authorization"));
        Assert.Equal(
            "Action=AssumeRole&Version=2011-06-15&RoleArn=arn%3Aaws%3Aiam%3A%3A123456789012%3Arole%2Fdemo&RoleSessionName=broker&DurationSeconds=3600",
            sent.Body);
        Assert.Equal("ed1ac756cbfda5c023c7cd6a149681b8b1c9c132e1661b8703a1fafc4f7aa378", sent.Built.Credentials);
    }

    [Fact]
    public void Headers_of_the_realm_are_signed_and_the_usual_ones_are_not()
    {
        var sent = Suite("""
            "body":{},"arguments":[{"name":"Content-Type","place":"header","value":"application/x-amz-json-1.1"},
              {"name":"X-Amz-Target","place":"header","value":"AmazonEC2ContainerRegistry_V20150921.GetAuthorizationToken"}]
            """, "/", null);

        Assert.Contains("SignedHeaders=content-type;host;x-amz-date;x-amz-target,", sent.Header("Authorization"), StringComparison.Ordinal);
        Assert.Equal("application/x-amz-json-1.1", sent.Header("Content-Type"));
        Assert.Equal(("{}", "application/json"), (sent.Body, sent.Header("Accept")));
    }

    [Theory]
    [InlineData("us-east-1\r\nX-Evil: 1")]
    [InlineData("ä")]
    public void A_region_can_add_no_header(string region) => Assert.Equal(
        "The values for the header `Authorization` hold characters that no header can carry; only printable ASCII is sent.",
        Suite("\"method\":\"POST\"", "/", null, region).Fault);

    private static Sent Suite(string members, string path, string? sessionToken, string region = "us-east-1")
    {
        var token = sessionToken is null ? "" : ",\"session_token\":\"$token\"";
        var plan = Ask.Compile(Ask.Config($$"""
            {{members}},"auth":{"type":"aws_sigv4","service":"service","region":"$region","access_key_id":"$id","secret_access_key":"$key"{{token}}}
            """, "https://example.amazonaws.com" + path));
        return Sent.Of(plan, new CallMaterial(Ask.Secret(
            ("id", "AKIDEXAMPLE"), ("key", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"),
            ("token", sessionToken ?? ""), ("region", region))), SuiteTime);
    }
}
