using TokenFunctions.Http.Callers;
using TokenFunctions.Tokens;

namespace TokenFunctions.Hosting.Settings;

/// <summary>Reads <c>TokenFunctions__Core__…</c>. What is wrong is told without the text.</summary>
internal sealed class CoreReader(IConfigurationSection section, List<string> faults)
{
    private const string Prefix = "TokenFunctions__Core__";
    private const string Url = Prefix + "Url";
    private static readonly string[] Identities = ["ApiKey", "FunctionKey", "Scope"];

    /// <summary>The core; null = this process is one itself.</summary>
    public CoreSetting? Read()
    {
        var (apiKey, functionKey) = (ReadApiKey(), ReadKey("FunctionKey"));
        var scope = section["Scope"]?.Trim() is { Length: > 0 } text ? text : null;
        List<string> shown = [.. Identities.Where(name => !string.IsNullOrWhiteSpace(section[name]))];
        if (section["Url"] is not { Length: > 0 } url)
        {
            foreach (var name in shown)
                faults.Add($"{Prefix}{name} says who this process is at its core, and {Url} is not set");
            return null;
        }

        if (!Uri.TryCreate(url.Trim(), UriKind.Absolute, out var address) || !IsUsable(address))
        {
            faults.Add($"{Url} must be the core's address, such as https://NAME.azurewebsites.net;"
                + " with http only on this machine");
            return null;
        }

        if (shown.Count == 0 && !address.IsLoopback)
            faults.Add($"{Url} needs {Prefix}ApiKey, {Prefix}FunctionKey or {Prefix}Scope, by which the core knows this"
                + " front");
        return new CoreSetting(address) { ApiKey = apiKey, FunctionKey = functionKey, Scope = scope };
    }

    // The keys go with every request, so plain http stays on this machine.
    private static bool IsUsable(Uri address) =>
        address is { UserInfo: "", Query: "", Fragment: "" }
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback));

    private SecretText? ReadApiKey()
    {
        var key = ReadKey("ApiKey");
        if (ApiKey.Parse(key?.Reveal(), out _) == ApiKeyForm.Damaged)
            faults.Add($"{Prefix}ApiKey is not as it was made: a character is wrong or missing");
        return key;
    }

    private SecretText? ReadKey(string name)
    {
        if (section[name] is not { Length: > 0 } text) return null;
        if (text.Trim() is { Length: > 0 } key && key.All(c => c is > ' ' and < (char)127)) return new SecretText(key);
        faults.Add($"{Prefix}{name} must have printable ASCII characters only");
        return null;
    }
}
