using System.Text;
using System.Text.Json;
using TokenFunctions.Tokens;

namespace TokenFunctions.Core.Tests.Tokens;

public sealed class SecretTextTests
{
    public static TheoryData<string> Texts =>
        ["", "a", "eyJhbGciOi.JIUzI1NiJ9+/=", "schlüssel", "密钥", "🔑", "a\u0000b", new('x', 5000), "🔑" + new string('é', 3000)];

    [Theory]
    [MemberData(nameof(Texts))]
    public void Both_forms_give_the_same_text_and_are_equal(string text)
    {
        var (made, came) = (new SecretText(text), SecretText.FromUtf8(Encoding.UTF8.GetBytes(text)));

        foreach (var secret in new[] { made, came })
        {
            Assert.Equal(text.Length, secret.Length);
            Assert.Equal(Encoding.UTF8.GetBytes(text), Bytes(secret));
            Assert.True(secret.Equals(made) && secret.Equals(came) && made.Equals(secret) && came.Equals(secret));
            Assert.Equal(new SecretText(text).GetHashCode(), secret.GetHashCode());
        }

        Assert.Equal(text, came.Reveal());
        Assert.Equal(text, made.Reveal());
        Assert.True(came.Equals(made) && came.Equals(SecretText.FromUtf8(Encoding.UTF8.GetBytes(text))));
        Assert.Equal(Encoding.UTF8.GetBytes(text), Bytes(came));
    }

    [Fact]
    public void Other_texts_are_not_equal_whatever_form_they_have()
    {
        SecretText[] ones = [new("one"), SecretText.FromUtf8("one"u8)];
        SecretText[] others = [new("two"), SecretText.FromUtf8("two"u8), new("on"), SecretText.FromUtf8("ones"u8)];

        foreach (var one in ones) Assert.DoesNotContain(one, others);
        Assert.False(ones[0].Equals(null));
    }

    [Fact]
    public void Half_of_a_surrogate_pair_stays_as_it_is()
    {
        foreach (var text in new[] { "\ud83d", "a\udd11b", "\udd11\ud83d" })
        {
            var secret = new SecretText(text);

            Assert.Equal(text, secret.Reveal());
            Assert.False(secret.TryGetUtf8(out _));
            Assert.Equal(Encoding.UTF8.GetBytes(text), Bytes(secret));
            // Its UTF-8 has U+FFFD in the place of the half, and is another text.
            Assert.NotEqual(secret, SecretText.FromUtf8(Bytes(secret)));
        }
    }

    [Fact]
    public void Bytes_that_are_no_UTF8_are_read_as_everywhere()
    {
        var secret = SecretText.FromUtf8([0x61, 0xff, 0x62]);

        Assert.Equal("a\ufffdb", secret.Reveal());
        Assert.Equal(new SecretText("a\ufffdb"), secret);
    }

    [Fact]
    public void UTF8_becomes_a_string_once()
    {
        var secret = SecretText.FromUtf8("a token"u8);
        Assert.True(secret.TryGetUtf8(out var lent));
        var first = secret.Reveal();

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var n = 0; n < 1000; n++) Assert.True(ReferenceEquals(first, secret.Reveal()));

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1000);
        Assert.False(secret.TryGetUtf8(out _));
        Assert.True(lent.SequenceEqual("a token"u8));
    }

    [Fact]
    public async Task Threads_that_reveal_it_at_once_get_one_string()
    {
        for (var round = 0; round < 200; round++)
        {
            var secret = SecretText.FromUtf8("a token that several threads want"u8);
            using var start = new Barrier(2);
            var texts = await Task.WhenAll(Task.Run(Reveal), Task.Run(Reveal));
            Assert.Same(texts[0], texts[1]);
            Assert.Same(texts[0], secret.Reveal());

            string Reveal()
            {
                start.SignalAndWait();
                return secret.Reveal();
            }
        }
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void As_JSON_both_forms_are_the_same_and_come_back(string text)
    {
        var came = Json(SecretText.FromUtf8(Encoding.UTF8.GetBytes(text)));

        Assert.Equal(Json(new SecretText(text)), came);
        using var json = JsonDocument.Parse(came);
        var read = SecretJson.Read(json.RootElement.GetProperty("token"));
        Assert.Equal(text, read.Reveal());
    }

    [Fact]
    public void What_was_read_from_JSON_is_held_as_UTF8_also_where_it_was_escaped()
    {
        using var json = JsonDocument.Parse("""{"plain":"abc","escaped":"a\u002Bb\/\ud83d\udd11","none":""}""");

        Assert.True(SecretJson.Read(json.RootElement.GetProperty("plain")).TryGetUtf8(out var plain));
        Assert.True(SecretJson.Read(json.RootElement.GetProperty("escaped")).TryGetUtf8(out var escaped));
        Assert.True(SecretJson.Read(json.RootElement.GetProperty("none")).TryGetUtf8(out var none));

        Assert.Equal("abc"u8, plain);
        Assert.Equal("a+b/🔑"u8, escaped);
        Assert.True(none.IsEmpty);
    }

    [Theory]
    [InlineData(""" "\ud83d" """)]
    [InlineData("12")]
    [InlineData("null")]
    public void What_is_no_text_in_JSON_is_not_read(string value)
    {
        using var json = JsonDocument.Parse(value);

        Assert.Throws<InvalidOperationException>(() => SecretJson.Read(json.RootElement));
    }

    [Fact]
    public void JSON_with_bytes_that_are_no_UTF8_is_not_read()
    {
        using var json = JsonDocument.Parse(new byte[] { (byte)'"', 0x61, 0xff, (byte)'"' });

        Assert.Throws<InvalidOperationException>(() => SecretJson.Read(json.RootElement));
    }

    [Fact]
    public void Nothing_prints_it() => Assert.Equal("***", SecretText.FromUtf8("planted"u8).ToString());

    [Fact]
    public async Task Its_length_can_be_asked_for_while_another_thread_reveals_it()
    {
        for (var round = 0; round < 20_000; round++)
        {
            var secret = SecretText.FromUtf8("planted"u8);
            var revealing = Task.Run(secret.Reveal);
            while (!revealing.IsCompleted) Assert.Equal(7, secret.Length);
            Assert.Equal("planted", await revealing);
        }
    }

    private static byte[] Bytes(SecretText secret)
    {
        var bytes = secret.TryGetUtf8(out var utf8) ? utf8.ToArray() : Encoding.UTF8.GetBytes(secret.Reveal());
        Assert.Equal(bytes.Length, secret.Utf8Length);
        return bytes;
    }

    private static string Json(SecretText secret)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            secret.WriteUtf8(writer, "token");
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }
}
