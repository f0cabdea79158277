using System.Net.Http.Json;

namespace TokenFunctions.Client.Attaching.Repeating;

/// <summary>Whether a content can be sent twice.</summary>
internal static class ReplayableContent
{
    /// <summary>Whether it gives the same bytes each time, as it is.</summary>
    public static bool Is(HttpContent? content) => content switch
    {
        null or ByteArrayContent or ReadOnlyMemoryContent => true,
        // A sequence that comes as it is read may come only once.
        JsonContent json => json.Value is not IAsyncEnumerable<object?>,
        MultipartContent parts => parts.All(Is),
        StreamContent stream => IsSeekable(stream),
        _ => false,
    };

    /// <summary>Whether it can, after it was read into memory if it is known to be short.</summary>
    /// <param name="content">The content.</param>
    /// <param name="limit">The most bytes to keep in memory.</param>
    /// <param name="wire">The way to wait.</param>
    /// <param name="cancellation">The caller's leaving.</param>
    public static async ValueTask<bool> MakeAsync(
        HttpContent? content, long limit, Wire wire, CancellationToken cancellation)
    {
        if (Is(content)) return true;
        if (!(content!.Headers.ContentLength <= limit)) return false;
        await wire.BufferAsync(content, limit, cancellation);
        return true;
    }

    // It goes back to where its stream stood by itself, if the stream can. A type made from it may do anything. Its
    // stream is only looked at here: nothing is read from it.
    private static bool IsSeekable(StreamContent content) =>
        content.GetType() == typeof(StreamContent) && content.ReadAsStream().CanSeek;
}
