using System.Text;
using System.Text.RegularExpressions;

namespace TokenFunctions.Fuzzing.Requests;

/// <summary>The provider of a run listens where there is room. Requests are drawn with an address of the same length in
/// its place, so that they are the same in each run.</summary>
internal static partial class StandIn
{
    public const string Authority = "127.0.0.1:00001";

    /// <summary>The text with this address for the authority of each address in it: no request may lead to a real
    /// provider.</summary>
    public static string Turn(string text) => Address().Replace(text, $"http://{Authority}");

    /// <summary>The bytes with the provider's address in the place of the stand-in.</summary>
    public static byte[] Replace(byte[] bytes, string provider)
    {
        if (bytes.AsSpan().IndexOf(Encoding.ASCII.GetBytes(Authority)) < 0) return bytes;
        // One byte is one character here, so that no byte is lost.
        return Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(bytes).Replace(Authority, provider, StringComparison.Ordinal));
    }

    [GeneratedRegex(@"https?:(\\?/){2}[^/""'?\\\s]*", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Address();
}
