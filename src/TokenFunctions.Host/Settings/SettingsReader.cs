using System.Globalization;
using TokenFunctions.Realms.Egress;
using TokenFunctions.Tokens;

namespace TokenFunctions.Host.Settings;

/// <summary>Reads all settings and collects every fault before it complains.</summary>
public sealed class SettingsReader
{
    private const string Section = "TokenFunctions";
    private const int LeastAdminKey = 20;
    private const int LeastDifferent = 10;

    private readonly IConfiguration configuration;
    private readonly List<string> faults = [];

    private SettingsReader(IConfiguration configuration) => this.configuration = configuration;

    /// <summary>The settings of this process.</summary>
    /// <param name="configuration">What is set.</param>
    /// <param name="appFolders">Where a folder for each function may be: what they say must not contradict the
    /// settings.</param>
    /// <exception cref="SettingsException">They cannot be used; every fault is named.</exception>
    public static ServiceSettings Read(IConfiguration configuration, params string[] appFolders)
    {
        var reader = new SettingsReader(configuration);
        var settings = reader.Read();
        reader.faults.AddRange(FunctionLevels.Check(settings, appFolders));
        return reader.faults.Count == 0 ? settings : throw new SettingsException(reader.faults);
    }

    private ServiceSettings Read()
    {
        faults.AddRange(SettingNames.Check(configuration.GetSection(Section)));
        faults.AddRange(VaultReferences.Check(configuration.GetSection(Section)));
        var port = ReadPort();
        var limits = new LimitsReader(configuration.GetSection(Section), faults);
        var egress = ReadEgress();
        var access = new AccessLimitsReader(configuration.GetSection($"{Section}:Access"), faults);
        var keys = new SealingKeysReader(configuration.GetSection(Section), faults);
        var settings = new ServiceSettings
        {
            FunctionsPort = port,
            Urls = new ListenAddresses(configuration, faults).Read(port is not null),
            Storage = ReadStorage(port is not null),
            Core = new CoreReader(configuration.GetSection($"{Section}:Core"), faults).Read(),
            VaultUri = ReadVault(),
            SealingKey = keys.ReadActive(),
            OlderSealingKeys = keys.ReadOlder(),
            AdminKey = ReadAdminKey(),
            TrustFunctionKeys = ReadFlag("TrustFunctionKeys"),
            AppServiceIdentity = ReadFlag("AppServiceIdentity"),
            ClientAddress = access.ReadClientAddress(),
            MaxConcurrent = access.ReadMaxConcurrent(),
            Egress = egress,
            CallsPerRealm = limits.CallsPerRealm(),
            MaxConnections = limits.MaxConnections(),
            Webhook = new WebhookReader(configuration.GetSection(Section), egress, faults).Read(),
            Times = new TimesReader(configuration.GetSection($"{Section}:Times"), faults).Read(),
            AccessTimes = new AccessTimesReader(configuration.GetSection($"{Section}:Access"), faults).Read(),
            LogsJson = new LogReader(configuration.GetSection(Section), faults).Read(port is not null),
            ServesConsole = new ConsoleReader(configuration.GetSection(Section), faults).Read(),
            AuditDays = new AuditDaysReader(configuration.GetSection(Section), faults).Read(),
            Otlp = new OtlpReader(configuration, faults).Read(),
            Sweep = new SweepLimitsReader(configuration.GetSection($"{Section}:Sweep"), faults).Read(),
        };
        faults.AddRange(StartRules.Check(settings));
        faults.AddRange(FrontRules.Check(settings, configuration.GetSection(Section), configuration));
        faults.AddRange(PlatformRules.Check(settings, configuration));
        return settings;
    }

    private string? Value(string name) =>
        configuration[$"{Section}:{name}"] is { Length: > 0 } text ? text.Trim() : null;

    private int? ReadPort()
    {
        if (configuration["FUNCTIONS_CUSTOMHANDLER_PORT"] is not { Length: > 0 } text) return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            && port is > 0 and < 65536)
            return port;
        faults.Add("FUNCTIONS_CUSTOMHANDLER_PORT must be a port number");
        return null;
    }

    private StorageSetting ReadStorage(bool underFunctions)
    {
        var fallback = new StorageSetting(StorageKind.Sqlite) { File = StorageSetting.DefaultFile };
        if (Value("Storage") is { } own)
            return StorageSetting.Parse(own, e => faults.Add($"{Section}__Storage: {e}")) ?? fallback;
        if (!underFunctions) return fallback;
        if (HostStorage.Find(configuration) is { } shared)
            return StorageSetting.Parse(shared, e => faults.Add($"AzureWebJobsStorage: {e}")) ?? fallback;
        faults.Add($"Under the Functions host {Section}__Storage or AzureWebJobsStorage must name the storage");
        return fallback;
    }

    private Uri? ReadVault()
    {
        if (Value("VaultUri") is not { } text) return null;
        if (Uri.TryCreate(text, UriKind.Absolute, out var uri)
            && uri.Scheme == Uri.UriSchemeHttps && uri.PathAndQuery == "/"
            && uri.UserInfo.Length == 0 && uri.Fragment.Length == 0)
            return uri;
        faults.Add($"{Section}__VaultUri must be a vault's address, such as https://NAME.vault.azure.net");
        return null;
    }

    private SecretText? ReadAdminKey()
    {
        if (Value("AdminKey") is not { } text) return null;
        if (IsStrong(text)) return new SecretText(text);
        faults.Add($"{Section}__AdminKey must have at least {LeastAdminKey} printable ASCII characters,"
            + $" {LeastDifferent} of them different; 'openssl rand -base64 32' makes one");
        return null;
    }

    // No measure of what somebody thought of, but a word or a digit that was held down is none.
    private static bool IsStrong(string key) =>
        key.Length >= LeastAdminKey && key.All(c => c is > ' ' and < (char)127)
        && key.Distinct().Count() >= LeastDifferent;

    private bool ReadFlag(string name)
    {
        if (Value(name) is not { } text) return false;
        if (bool.TryParse(text, out var flag)) return flag;
        faults.Add($"{Section}__{name} must be true or false");
        return false;
    }

    private EgressRules ReadEgress()
    {
        var (allow, hosts) = (Value("Egress:Allow"), Value("Egress:Hosts"));
        if (EgressRules.TryParse(allow, hosts, out var rules, out var error)) return rules;
        faults.Add(error);
        return EgressRules.PublicOnly;
    }
}
