using TokenFunctions.Realms.Requests;
using TokenFunctions.Tokens;

namespace TokenFunctions.Client.Remote;

/// <summary>The keys that are sent with each request to the service.</summary>
internal sealed class ServiceKeys(SecretText? apiKey, SecretText? functionKey)
{
    /// <summary>Why a key cannot be sent, without the key; null = it can.</summary>
    /// <param name="key">The key; null = none is sent.</param>
    /// <param name="setting">The name of its setting.</param>
    public static string? Fault(SecretText? key, string setting)
    {
        if (key is null) return null;
        var text = key.Reveal();
        if (text.Length == 0) return $"{setting} is empty; leave it null where none is sent.";
        // The transport would quote the whole header in its exception.
        return HeaderText.IsValue(text) && text.Trim().Length == text.Length
            ? null
            : $"{setting} holds what no header can carry: blanks around it, or other than printable ASCII.";
    }

    /// <summary>Puts them on a request.</summary>
    public void SetOn(HttpRequestMessage request)
    {
        if (apiKey is not null) request.Headers.TryAddWithoutValidation("x-api-key", apiKey.Reveal());
        if (functionKey is not null) request.Headers.TryAddWithoutValidation("x-functions-key", functionKey.Reveal());
    }
}
