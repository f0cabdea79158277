using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace TokenFunctions.Client.Attaching.Repeating;

/// <summary>Whether a content can be sent twice.</summary>
internal static class ReplayableContent
{
    /// <summary>Whether it gives the same bytes each time, as it is.</summary>
    public static bool Is(HttpContent? content) => content switch
    {
        null or ByteArrayContent or ReadOnlyMemoryContent => true,
        JsonContent json => GivesTheSame(json.Value),
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

    // A sequence that comes as it is read may come only once; one that knows how long it is was there before.
    private static bool GivesTheSame(object? value) => value switch
    {
        string or JsonNode or ICollection or IReadOnlyCollection<object?> => true,
        IEnumerable => false,
        _ => value is null || !ComesAsItIsRead(value.GetType()),
    };

    [UnconditionalSuppressMessage("Trimming", "IL2070",
        Justification = "An interface that was trimmed away is one that nobody can read the sequence by.")]
    private static bool ComesAsItIsRead(Type type) => type.GetInterfaces()
        .Any(each => each.IsGenericType && each.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>));

    // It goes back to where its stream stood by itself, if the stream can. A type made from it may do anything. Its
    // stream is only looked at here: nothing is read from it.
    private static bool IsSeekable(StreamContent content) =>
        content.GetType() == typeof(StreamContent) && content.ReadAsStream().CanSeek;
}
