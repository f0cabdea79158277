using TokenFunctions.Realms.Egress;

namespace TokenFunctions.Hosting.Settings;

/// <summary>Reads all settings and collects every fault before it complains.</summary>
public sealed class SettingsReader
{
    private const string Section = "TokenFunctions";

    private readonly IConfiguration configuration;
    private readonly bool isWorker;
    private readonly List<string> faults = [];

    private SettingsReader(IConfiguration configuration, bool isWorker) =>
        (this.configuration, this.isWorker) = (configuration, isWorker);

    /// <summary>The settings of this process, which runs by itself or as a custom handler.</summary>
    /// <param name="configuration">What is set.</param>
    /// <param name="appFolders">Where a folder for each function may be: what they say must not contradict the
    /// settings.</param>
    /// <exception cref="SettingsException">They cannot be used; every fault is named.</exception>
    public static ServiceSettings Read(IConfiguration configuration, params string[] appFolders)
    {
        var reader = new SettingsReader(configuration, isWorker: false);
        var settings = reader.Read();
        reader.faults.AddRange(FunctionLevels.Check(settings, appFolders));
        return reader.Checked(settings);
    }

    /// <summary>The settings of this process, which is an isolated worker: what its functions ask for is in its
    /// code.</summary>
    /// <param name="configuration">What is set.</param>
    /// <exception cref="SettingsException">They cannot be used; every fault is named.</exception>
    public static ServiceSettings ReadForWorker(IConfiguration configuration)
    {
        var reader = new SettingsReader(configuration, isWorker: true);
        return reader.Checked(reader.Read());
    }

    private ServiceSettings Checked(ServiceSettings settings) =>
        faults.Count == 0 ? settings : throw new SettingsException(faults);

    private ServiceSettings Read()
    {
        faults.AddRange(SettingNames.Check(configuration.GetSection(Section)));
        faults.AddRange(VaultReferences.Check(configuration.GetSection(Section)));
        var (host, port) = new HostReader(configuration, isWorker, faults).Read();
        var underFunctions = host != HostKind.None;
        var limits = new LimitsReader(configuration.GetSection(Section), faults);
        var egress = ReadEgress();
        var access = new AccessLimitsReader(configuration.GetSection($"{Section}:Access"), faults);
        var keys = new SealingKeysReader(configuration.GetSection(Section), faults);
        var settings = new ServiceSettings
        {
            Host = host,
            FunctionsPort = port,
            Urls = new ListenAddresses(configuration, faults).Read(underFunctions),
            Storage = ReadStorage(underFunctions),
            Core = new CoreReader(configuration.GetSection($"{Section}:Core"), faults).Read(),
            VaultUri = ReadVault(),
            SealingKey = keys.ReadActive(),
            OlderSealingKeys = keys.ReadOlder(),
            AdminKey = new AdminKeyReader(configuration.GetSection(Section), faults).Read(),
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
            LogsJson = new LogReader(configuration.GetSection(Section), faults).Read(underFunctions),
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
