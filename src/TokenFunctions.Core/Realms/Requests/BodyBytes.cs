using System.Text;

namespace TokenFunctions.Realms.Requests;

/// <summary>A body that is ready to send, or why there is none.</summary>
/// <param name="Bytes">The body; null when there is a fault.</param>
/// <param name="Fault">One sentence without any value; null = none.</param>
internal sealed record BodyBytes(byte[]? Bytes, string? Fault)
{
    /// <summary>A text as UTF-8.</summary>
    public static BodyBytes Of(string text) => new(Encoding.UTF8.GetBytes(text), null);

    /// <summary>A fault.</summary>
    public static BodyBytes Failed(string fault) => new(null, fault);
}
