using System.Buffers.Text;
using TokenFunctions.Realms.Templates;

namespace TokenFunctions.Realms.Vars;

/// <summary>Writes bytes in a form.</summary>
internal static class Output
{
    /// <summary>The text, or for <see cref="OutputForm.Raw"/> the bytes themselves.</summary>
    public static Datum Write(byte[] bytes, OutputForm form) => form switch
    {
        OutputForm.LowerHex => Datum.Of(Convert.ToHexStringLower(bytes)),
        OutputForm.UpperHex => Datum.Of(Convert.ToHexString(bytes)),
        OutputForm.Base64 => Datum.Of(Convert.ToBase64String(bytes)),
        OutputForm.Base64Url => Datum.Of(Base64Url.EncodeToString(bytes)),
        _ => Datum.Of(bytes),
    };
}
