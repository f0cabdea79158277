using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using TokenFunctions.Http.Endpoints;
using TokenFunctions.Properties;
using TokenFunctions.Realms;
using TokenFunctions.Testing;
using TokenFunctions.Tokens;

namespace TokenFunctions.Http.Tests.Answers;

/// <summary>The bytes that are put together by hand are those that the framework's writer makes.</summary>
public sealed class TokenJsonTests
{
    private static readonly string[] Pieces =
        ["abc", "-._~+/=", "\"", "\\", "é", "漢", "😀", "<>&'", "\u0001", "\n", "\u007f"];

    private static readonly AttachRule Rule = new() { Hosts = ["api.example.com"], CodePaths = ["/a\"b"] };

    [Fact]
    public void Any_token_is_written_as_the_frameworks_writer_writes_it() => Seeds.Hold(3000, chance =>
    {
        var result = Any(chance);
        var attaching = chance.OneIn(4) ? new Attaching(chance.OneIn(2) ? Rule : null, "mark") : (Attaching?)null;
        AssertSame(result, attaching);
    });

    [Fact]
    public void Every_character_is_escaped_as_the_frameworks_writer_escapes_it()
    {
        for (var c = 0; c <= char.MaxValue; c += c < 0x500 ? 1 : 7)
        {
            if (char.IsSurrogate((char)c)) continue;
            var token = Samples.Token(new TokenKey("r", "k")) with { Value = new SecretText($"a{(char)c}b"), Type = $"{(char)c}" };
            AssertSame(TokenResult.Of(token), null);
            AssertSame(TokenResult.Of(token with { Value = InUtf8($"a{(char)c}b") }), null);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1000)]
    [InlineData(100_000)]
    public void Tokens_of_any_length_find_room(int length)
    {
        var result = TokenResult.Of(Samples.Token(new TokenKey("r", "k")) with { Value = new SecretText(new string('t', length)) });
        AssertSame(result, null);
    }

    // Written first: the other writer reveals the value, which is a string from then on.
    private static void AssertSame(TokenResult result, Attaching? attaching)
    {
        var written = Written(result, attaching);
        Assert.Equal(Expected(result, attaching), written);
    }

    private static SecretText InUtf8(string text) => SecretText.FromUtf8(Encoding.UTF8.GetBytes(text));

    private static TokenResult Any(Chance chance)
    {
        var text = Chance.Whole(chance.Pieces(9, Pieces));
        var token = Samples.Token(new TokenKey("r", "k")) with
        {
            Value = chance.OneIn(2) ? new SecretText(text) : InUtf8(text),
            Type = chance.Pick("Bearer", "MAC", "Be\"arer", ""),
            Generation = chance.Below(int.MaxValue) - 5L,
            ExpiresAt = Time(chance),
            Extra = chance.OneIn(3)
                ? new Dictionary<string, JsonElement> { ["a\"b"] = Samples.Json("x\"é<"), ["n"] = JsonElement.Parse("[1.50, {\"q\" : null}]") }
                : Samples.Token(new TokenKey("r", "k")).Extra,
        };
        return TokenResult.Of(token) with
        {
            Origin = chance.Pick(TokenOrigin.Cache, TokenOrigin.Database, TokenOrigin.Upstream),
            IsStale = chance.OneIn(3),
            RevalidateAfter = TimeSpan.FromTicks(chance.Below(int.MaxValue)),
            DueAt = Time(chance),
            DeadAt = Time(chance),
            RenewalFailed = chance.OneIn(3) ? new TokenFailure(FailureKind.Quota, "Used up.") { At = Time(chance) } : null,
        };
    }

    private static DateTimeOffset? Time(Chance chance) => chance.OneIn(4)
        ? null
        : Samples.Noon.AddSeconds(chance.Below(100_000) - 50_000).AddTicks(chance.Pick(0, 1, 10, 1_000_000, chance.Below(10_000_000)));

    private static string Written(TokenResult result, Attaching? attaching)
    {
        var json = new JsonBytes(16);
        TokenJson.Write(ref json, result, result.Token!, Samples.Noon, attaching);
        var bytes = json.Take();
        var text = Encoding.UTF8.GetString(bytes);
        ArrayPool<byte>.Shared.Return(bytes.Array!);
        return text;
    }

    private static string Expected(TokenResult result, Attaching? attaching)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            TokenJsonByWriter.Write(writer, result, result.Token!, Samples.Noon, attaching);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
