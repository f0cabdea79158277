using System.Security.Cryptography;
using System.Text;

namespace TokenFunctions.Http.Console;

/// <summary>A text of the page as it goes over the wire. Packing takes longer than reading, so each coding is made once,
/// when somebody first wants it.</summary>
internal sealed class PageContent
{
    private readonly string mark;
    private readonly Dictionary<PageCoding, Lazy<byte[]>> packed;

    /// <summary>Of this text.</summary>
    /// <param name="mediaType">What it is.</param>
    /// <param name="text">The text.</param>
    public PageContent(string mediaType, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        MediaType = mediaType;
        mark = Convert.ToHexStringLower(SHA256.HashData(bytes))[..16];
        PageCoding[] codings = [PageCoding.Plain, PageCoding.Gzip, PageCoding.Brotli];
        packed = codings.ToDictionary(coding => coding, coding => new Lazy<byte[]>(() => coding.Pack(bytes)));
    }

    /// <summary>What it is.</summary>
    public string MediaType { get; }

    /// <summary>Its bytes in a coding.</summary>
    public byte[] In(PageCoding coding) => packed[coding].Value;

    /// <summary>What these bytes are known by: those of each coding are others (RFC 9110 §8.8.3.3).</summary>
    public string TagIn(PageCoding coding) => coding.Name is null ? $"\"{mark}\"" : $"\"{mark}-{coding.Name}\"";
}
