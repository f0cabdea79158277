using TokenFunctions.Tokens;

namespace TokenFunctions.AzureStorage;

/// <summary>Reads connection strings: <c>name=value</c> pairs with semicolons between them.</summary>
internal static class ConnectionString
{
    // Public values: learn.microsoft.com, "Use the Azurite emulator", well-known storage account and key.
    private const string EmulatorAccount = "devstoreaccount1";
    private const string EmulatorKey =
        "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private static readonly Uri EmulatorEndpoint = new($"http://127.0.0.1:10002/{EmulatorAccount}");

    public static (StorageAddress? Address, string? Error) Read(string text)
    {
        var pairs = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var cut = part.IndexOf('=', StringComparison.Ordinal);
            if (cut <= 0)
                return (null, "The connection string has a part without a name:"
                    + " it needs name=value pairs with semicolons between them.");
            if (!pairs.TryAdd(part[..cut], part[(cut + 1)..]))
                return (null, $"The connection string has {Known(part[..cut])} twice.");
        }

        return pairs.ContainsKey("UseDevelopmentStorage") ? Emulator(pairs) : Account(pairs);
    }

    private static (StorageAddress? Address, string? Error) Emulator(Dictionary<string, string> pairs) =>
        pairs.Count == 1 && string.Equals(pairs["UseDevelopmentStorage"], "true", StringComparison.OrdinalIgnoreCase)
            ? (new StorageAddress(EmulatorEndpoint, EmulatorAccount, new SecretText(EmulatorKey), null), null)
            : (null, "UseDevelopmentStorage must be true and stand alone;"
                + " for an emulator elsewhere give a full connection string.");

    private static (StorageAddress? Address, string? Error) Account(Dictionary<string, string> pairs)
    {
        var (endpoint, error) = Endpoint(pairs);
        if (endpoint is null) return (null, error);
        var account = pairs.GetValueOrDefault("AccountName") ?? AccountAddress.NameOf(endpoint);
        var key = pairs.GetValueOrDefault("AccountKey");
        var signature = pairs.GetValueOrDefault("SharedAccessSignature");
        if (key is not null && !IsBase64(key))
            return (null, "The AccountKey in the connection string is not base64: copy the whole key.");
        if (key is null && signature is null && endpoint.Scheme != Uri.UriSchemeHttps)
            return (null, "A connection string without AccountKey and SharedAccessSignature"
                + " needs an endpoint that begins with https://.");
        var proof = key is null ? Secret(signature?.TrimStart('?')) : null;
        return (new StorageAddress(endpoint, account, Secret(key), proof), null);
    }

    private static (Uri? Endpoint, string? Error) Endpoint(Dictionary<string, string> pairs)
    {
        if (pairs.TryGetValue("TableEndpoint", out var given))
            return Uri.TryCreate(given, UriKind.Absolute, out var uri)
                && uri.Scheme is "http" or "https" && uri.Query.Length == 0
                ? (uri, null)
                : (null, "The TableEndpoint in the connection string is not an http or https URL without a query.");
        if (!pairs.TryGetValue("AccountName", out var account) || !IsAccount(account))
            return (null, "The connection string needs AccountName (lower-case letters and digits) or TableEndpoint.");
        var scheme = pairs.GetValueOrDefault("DefaultEndpointsProtocol", "https");
        var suffix = pairs.GetValueOrDefault("EndpointSuffix", "core.windows.net");
        return scheme is "http" or "https"
            && Uri.TryCreate($"{scheme}://{account}.table.{suffix}", UriKind.Absolute, out var made)
            ? (made, null)
            : (null, "The DefaultEndpointsProtocol must be http or https and the EndpointSuffix a domain.");
    }

    private static bool IsAccount(string name) =>
        name.Length > 0 && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c));

    private static bool IsBase64(string text) =>
        text.Length > 0 && Convert.TryFromBase64String(text, new byte[text.Length], out _);

    private static SecretText? Secret(string? text) => text is null ? null : new SecretText(text);

    // A broken setting may have a secret where a name should be.
    private static string Known(string name) =>
        name is "AccountName" or "AccountKey" or "EndpointSuffix" or "TableEndpoint" or "SharedAccessSignature"
            or "DefaultEndpointsProtocol"
            ? name
            : "a name";
}
