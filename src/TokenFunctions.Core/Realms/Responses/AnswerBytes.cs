namespace TokenFunctions.Realms.Responses;

/// <summary>Takes an answer's body in, up to a cap.</summary>
internal static class AnswerBytes
{
    /// <summary>The most bytes that a body may have: 1 MiB.</summary>
    public const int Max = 1024 * 1024;

    /// <summary>The whole body; null when it is longer than <see cref="Max"/>.</summary>
    /// <exception cref="IOException">The connection broke.</exception>
    public static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpContent content, CancellationToken cancellation)
    {
        if (content.Headers.ContentLength > Max) return null;
        await using var stream = await content.ReadAsStreamAsync(cancellation);
        var taken = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (await stream.ReadAsync(buffer, cancellation) is > 0 and var count)
        {
            if (taken.Length + count > Max) return null;
            taken.Write(buffer, 0, count);
        }
        return taken.ToArray();
    }
}
