using System.Security.Cryptography;
using TokenFunctions.Notices;

namespace TokenFunctions.Core.Tests.Notices;

public sealed class WebhookKeyTests
{
    // The vector of the Standard Webhooks libraries.
    [Theory]
    [InlineData("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")]
    [InlineData("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")]
    public void It_signs_as_the_libraries_of_the_standard_do(string text)
    {
        Assert.True(WebhookKey.TryParse(text, out var key));

        var signature = key.Sign("msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, "{\"test\": 2432232314}"u8);

        Assert.Equal("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", signature);
    }

    [Theory]
    [InlineData(23, false)]
    [InlineData(24, true)]
    [InlineData(64, true)]
    [InlineData(65, false)]
    public void It_has_24_to_64_bytes(int bytes, bool isKey) =>
        Assert.Equal(isKey, WebhookKey.TryParse(Convert.ToBase64String(RandomNumberGenerator.GetBytes(bytes)), out _));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("whsec_")]
    [InlineData("not base64, but long enough to be a key")]
    public void Another_text_is_none(string? text) => Assert.False(WebhookKey.TryParse(text, out _));

    [Fact]
    public void It_is_not_printed()
    {
        Assert.True(WebhookKey.TryParse("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", out var key));

        Assert.Equal("***", key.ToString());
        Assert.Equal("a.example", new Webhook(new Uri("https://a.example/credential"), key).ToString());
    }
}
