using System.Net.Http.Json;
using TokenFunctions.Client.Attaching.Repeating;
using TokenFunctions.Client.Tests.Attaching.Doubles;

namespace TokenFunctions.Client.Tests.Attaching.Rules;

public sealed class ReplayableContentTests
{
    public static TheoryData<bool, HttpContent?> Contents => new()
    {
        { true, null },
        { true, new ByteArrayContent([1]) },
        { true, new StringContent("a") },
        { true, new FormUrlEncodedContent([]) },
        { true, new ReadOnlyMemoryContent(default) },
        { true, JsonContent.Create("a") },
        { true, new MultipartFormDataContent { new StringContent("a") } },
        { true, new StreamContent(new MemoryStream()) },
        { false, new StreamContent(new OneWayStream("a")) },
        { false, new Derived(new MemoryStream()) },
        { false, new OwnContent("a", isLengthKnown: true) },
        { false, new MultipartContent { new MultipartContent { new StreamContent(new OneWayStream("a")) } } },
    };

    [Theory]
    [MemberData(nameof(Contents))]
    public void Only_what_gives_the_same_bytes_again_is_sent_again(bool expected, HttpContent? content) =>
        Assert.Equal(expected, ReplayableContent.Is(content));

    private sealed class Derived(Stream stream) : StreamContent(stream);
}
