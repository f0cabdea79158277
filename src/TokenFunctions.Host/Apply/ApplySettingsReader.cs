using TokenFunctions.Hosting.Settings;
using TokenFunctions.Tokens;

namespace TokenFunctions.Host.Apply;

/// <summary>Reads the settings of <c>apply</c> and collects every fault before it complains.</summary>
internal sealed class ApplySettingsReader
{
    private const string Prefix = "TokenFunctions__Apply__";
    private const string Default = "http://127.0.0.1:7071";

    private readonly IConfigurationSection section;
    private readonly List<string> faults = [];

    private ApplySettingsReader(IConfigurationSection section) => this.section = section;

    /// <summary>The settings of this run.</summary>
    /// <exception cref="SettingsException">They cannot be used; every fault is named, no value is.</exception>
    public static ApplySettings Read(IConfiguration configuration)
    {
        var root = configuration.GetSection("TokenFunctions");
        var reader = new ApplySettingsReader(root.GetSection("Apply"));
        reader.faults.AddRange(SettingNames.Check(root));
        var settings = new ApplySettings(reader.ReadService())
        {
            ApiKey = reader.ReadKey("ApiKey"),
            FunctionKey = reader.ReadKey("FunctionKey"),
        };
        return reader.faults.Count == 0 ? settings : throw new SettingsException(reader.faults);
    }

    // The keys go with every request, so plain http stays on this machine.
    private static bool IsUsable(Uri address) =>
        address is { PathAndQuery: "/", UserInfo: "", Fragment: "" }
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback));

    private Uri ReadService()
    {
        var text = section["Service"] is { Length: > 0 } set ? set.Trim() : Default;
        if (Uri.TryCreate(text, UriKind.Absolute, out var address) && IsUsable(address)) return address;
        faults.Add($"{Prefix}Service must be the service's address, such as https://NAME.azurewebsites.net;"
            + " with http only on this machine");
        return new Uri(Default);
    }

    private SecretText? ReadKey(string name)
    {
        if (section[name] is not { Length: > 0 } text) return null;
        if (text.Trim() is { Length: > 0 } key && key.All(c => c is > ' ' and < (char)127)) return new SecretText(key);
        faults.Add($"{Prefix}{name} must have printable ASCII characters only");
        return null;
    }
}
