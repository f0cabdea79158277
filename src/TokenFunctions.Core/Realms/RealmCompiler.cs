using System.Text;
using System.Text.Json;
using TokenFunctions.Realms.Config;
using TokenFunctions.Realms.Presets;

namespace TokenFunctions.Realms;

/// <summary>Turns realms into plans; finds every fault and throws for none.</summary>
public static class RealmCompiler
{
    /// <summary>Compiles a realm: its own config, over that of its preset if it names one.</summary>
    /// <param name="realm">The realm; pointers of errors begin with <c>/config</c>, <c>/preset</c> or
    /// <c>/logic_code</c>.</param>
    public static RealmCompilation Compile(RealmDefinition realm)
    {
        ArgumentNullException.ThrowIfNull(realm);
        try
        {
            // As bytes: half of a surrogate pair in the text itself would be an ArgumentException.
            using var own = JsonDocument.Parse(Encoding.UTF8.GetBytes(realm.Config));
            // Before anything is merged, since a merge reads the names.
            if (!JsonText.HasWholeEscapes(realm.Config)) return HalfPair();
            if (realm.LogicCode is { } address) return CompileLogic(address, realm.Preset, own.RootElement);
            return realm.Preset is { } preset ? CompileOver(preset, own.RootElement) : Compile(own.RootElement);
        }
        catch (JsonException)
        {
            return new(null, [new("/config", "`/config` is no JSON; use an object.")]);
        }
    }

    /// <summary>Compiles the <c>config</c> member of a realm.</summary>
    /// <param name="config">The config; pointers of errors begin with <c>/config</c>. It may be
    /// disposed of afterwards.</param>
    public static RealmCompilation Compile(JsonElement config)
    {
        if (config.ValueKind == JsonValueKind.Undefined)
            return new(null, [new("/config", "`/config` is missing; use an object.")]);
        if (!JsonText.HasWholeEscapes(config.GetRawText())) return HalfPair();
        var check = new ConfigCheck();
        var plan = ConfigReader.Read(config, check);
        return new(plan, check.Errors);
    }

    private static RealmCompilation HalfPair() => new(null,
        [new("/config", "`/config` holds half of a surrogate pair as a \\u escape; write the whole character.")]);

    private static RealmCompilation CompileLogic(string address, string? preset, JsonElement own) => preset is null
        ? LogicCodeReader.Compile(address, own)
        : new(null, [new("/logic_code", "`/logic_code` stands beside `preset`; use one of them.")]);

    private static RealmCompilation CompileOver(string preset, JsonElement own)
    {
        if (PresetCatalog.Find(preset) is { } known)
            return own.ValueKind == JsonValueKind.Object ? Compile(ConfigMerge.Over(known.Config, own)) : Compile(own);
        var check = new ConfigCheck();
        var nearest = NearestName.Of(preset, PresetCatalog.All.Select(each => each.Id));
        check.Add("/preset", $"is `{ConfigText.Show(preset)}`; the nearest preset is `{nearest}`,"
            + " and GET /api/preset lists them");
        return new(null, check.Errors);
    }
}
