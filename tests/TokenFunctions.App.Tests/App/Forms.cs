using System.Text;

namespace TokenFunctions.App.Tests.App;

/// <summary>The forms in which a value could be let out without being seen at once.</summary>
internal static class Forms
{
    public static IEnumerable<string> Of(string value)
    {
        yield return value;
        yield return Uri.EscapeDataString(value);
        yield return Convert.ToHexString(Encoding.UTF8.GetBytes(value));
        yield return Convert.ToHexStringLower(Encoding.UTF8.GetBytes(value));
        // Base64 of the value at each of the three places that it can have in a longer text, without the characters that
        // depend on its neighbours.
        for (var shift = 0; shift < 3; shift++)
        {
            var text = Convert.ToBase64String(Encoding.UTF8.GetBytes(new string('x', shift) + value));
            yield return text[4..^4];
        }
    }
}
