using System.IO.Compression;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace TokenFunctions.Http.Console;

/// <summary>How a text of the page is packed on its way (RFC 9110 §8.4.1).</summary>
/// <param name="Name">Its name in <c>Content-Encoding</c>; null = as it is.</param>
internal sealed record PageCoding(string? Name)
{
    public static readonly PageCoding Brotli = new("br");
    public static readonly PageCoding Gzip = new("gzip");
    public static readonly PageCoding Plain = new((string?)null);

    // The best first: of those that are liked alike it is taken.
    private static readonly PageCoding[] Packing = [Brotli, Gzip];

    /// <summary>The one that whoever asks likes best, of those that they can read.</summary>
    public static PageCoding Of(HttpRequest request)
    {
        if (!StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptEncoding.ToArray()!, out var liked))
            return Plain;
        var best = Packing.MaxBy(coding => QualityOf(coding, liked))!;
        return QualityOf(best, liked) > 0 ? best : Plain;
    }

    /// <summary>A text so packed, as small as it gets.</summary>
    public byte[] Pack(byte[] text)
    {
        if (this == Plain) return text;
        var packed = new MemoryStream();
        using (Stream packing = this == Brotli
            ? new BrotliStream(packed, CompressionLevel.SmallestSize)
            : new GZipStream(packed, CompressionLevel.SmallestSize)) packing.Write(text);
        return packed.ToArray();
    }

    // What is named counts as it is said there, what is not as * says.
    private static double QualityOf(PageCoding coding, IList<StringWithQualityHeaderValue> liked)
    {
        var named = liked.FirstOrDefault(one => one.Value.Equals(coding.Name, StringComparison.OrdinalIgnoreCase))
            ?? liked.FirstOrDefault(one => one.Value.Equals("*", StringComparison.Ordinal));
        return named is null ? 0 : named.Quality ?? 1;
    }
}
