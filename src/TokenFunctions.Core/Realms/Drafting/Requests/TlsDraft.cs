using System.Text.Json.Nodes;
using TokenFunctions.Realms.Drafting.Guesses;
using TokenFunctions.Realms.Drafting.Lines;

namespace TokenFunctions.Realms.Drafting.Requests;

/// <summary>The TLS options of a curl line as fields: what they name are files of somebody's machine.</summary>
internal static class TlsDraft
{
    private static readonly (CurlOption Option, string Member, ValueGuess Guess)[] All =
    [
        (CurlOption.Cert, "cert", ValueGuess.Secret), (CurlOption.Key, "key", ValueGuess.Secret),
        (CurlOption.Pass, "passphrase", ValueGuess.Secret), (CurlOption.Ca, "ca", ValueGuess.Identifier),
    ];

    /// <summary>The member <c>tls</c>; empty when the line has none of the options.</summary>
    public static JsonObject Write(CurlLine line, DraftFields fields, DraftNotes notes)
    {
        var tls = new JsonObject();
        foreach (var (option, member, guess) in All.Where(entry => line.Tls.Contains(entry.Option)))
            tls[member] = $"${fields.Add($"tls_{member}", "", "the TLS options", guess)}";
        if (tls.Count > 0) notes.Add("The TLS options name files; the secret takes what is in them, as PEM.");
        // curl finds the key in the certificate's file where it is not named; so the certificate is confidential too.
        if (tls.ContainsKey("cert") && !tls.ContainsKey("key")) tls["key"] = tls["cert"]!.GetValue<string>();
        return tls;
    }
}
