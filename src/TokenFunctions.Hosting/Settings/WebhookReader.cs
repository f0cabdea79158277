using TokenFunctions.Notices;
using TokenFunctions.Realms.Egress;

namespace TokenFunctions.Hosting.Settings;

/// <summary>Reads <c>TokenFunctions__Webhook</c> and <c>TokenFunctions__WebhookKey</c>: both or none.</summary>
internal sealed class WebhookReader(IConfigurationSection section, EgressRules egress, List<string> faults)
{
    private const string AddressName = "TokenFunctions__Webhook";
    private const string KeyName = "TokenFunctions__WebhookKey";

    public Webhook? Read()
    {
        var (address, key) = (Value("Webhook"), Value("WebhookKey"));
        if (address is null && key is null) return null;
        if (key is null)
            faults.Add($"{AddressName} needs {KeyName}, by which the receiver knows who tells it something");
        if (address is null) faults.Add($"{KeyName} is set and {AddressName} is not, so nothing would be signed by it");
        var (uri, parsed) = (ReadAddress(address), ReadKey(key));
        return uri is null || parsed is null ? null : new Webhook(uri, parsed);
    }

    private string? Value(string name) => section[name] is { Length: > 0 } text ? text.Trim() : null;

    // What is wrong is told without the text: some receivers have a credential in their address.
    private Uri? ReadAddress(string? text)
    {
        if (text is null) return null;
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri)
            || (uri.Scheme != Uri.UriSchemeHttps && uri.Scheme != Uri.UriSchemeHttp)
            || uri.UserInfo.Length > 0 || uri.Fragment.Length > 0)
        {
            faults.Add($"{AddressName} must be an address such as https://alerts.example.com/hook");
            return null;
        }

        if (egress.ObjectionTo(uri) is not { } objection) return uri;
        faults.Add($"{AddressName}: {objection}");
        return null;
    }

    private WebhookKey? ReadKey(string? text)
    {
        if (text is null) return null;
        if (WebhookKey.TryParse(text, out var key)) return key;
        faults.Add($"{KeyName} must be 24 to 64 bytes in base64, with or without 'whsec_' before them;"
            + " 'openssl rand -base64 32' makes one");
        return null;
    }
}
