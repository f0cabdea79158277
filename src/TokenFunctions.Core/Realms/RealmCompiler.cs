using System.Text.Json;
using TokenFunctions.Realms.Config;

namespace TokenFunctions.Realms;

/// <summary>Turns a config into a plan.</summary>
public static class RealmCompiler
{
    /// <summary>Compiles the <c>config</c> member of a realm; finds every fault and throws for none.</summary>
    /// <param name="config">The config; pointers of errors begin with <c>/config</c>. It may be
    /// disposed of afterwards.</param>
    public static RealmCompilation Compile(JsonElement config)
    {
        var check = new ConfigCheck();
        if (config.ValueKind == JsonValueKind.Undefined)
            check.Add("/config", "is missing; use an object");
        else if (!JsonText.HasWholeEscapes(config.GetRawText()))
            check.Add("/config", "holds half of a surrogate pair as a \\u escape; write the whole character");
        if (check.Errors.Count > 0) return new(null, check.Errors);
        var plan = ConfigReader.Read(config, check);
        return new(plan, check.Errors);
    }
}
