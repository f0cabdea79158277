using System.Text.Json;
using TokenFunctions.Realms;

namespace TokenFunctions.Core.Tests.Conformance;

/// <summary>Compiles a vector's realm as the service compiles one that is sent.</summary>
internal static class VectorRealm
{
    public static RealmCompilation Compile(JsonElement realm)
    {
        var config = realm.TryGetProperty("config", out var own) ? own.GetRawText() : "{}";
        return RealmCompiler.Compile(new RealmDefinition("vector", config)
        {
            Preset = realm.TryGetProperty("preset", out var preset) ? preset.GetString() : null,
            LogicCode = realm.TryGetProperty("logic_code", out var address) ? address.GetString() : null,
        });
    }
}
