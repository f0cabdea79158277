using TokenFunctions.Realms.Vars;

namespace TokenFunctions.Realms.Config;

/// <summary>Reads <c>output</c>.</summary>
internal static class OutputReader
{
    private static readonly string[] Forms = ["hex", "HEX", "base64", "base64url", "raw"];

    /// <summary>The form; null when the member is absent.</summary>
    public static OutputForm? Read(ConfigObject parent)
    {
        if (parent.Find("output") is null) return null;
        return parent.Choice("output", Forms) switch
        {
            "hex" => OutputForm.LowerHex,
            "HEX" => OutputForm.UpperHex,
            "base64" => OutputForm.Base64,
            "base64url" => OutputForm.Base64Url,
            _ => OutputForm.Raw,
        };
    }
}
