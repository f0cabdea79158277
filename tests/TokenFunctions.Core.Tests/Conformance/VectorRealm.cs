using System.Text.Json;
using TokenFunctions.Realms;

namespace TokenFunctions.Core.Tests.Conformance;

/// <summary>Compiles a vector's realm. Realms that name a preset will be put together here.</summary>
internal static class VectorRealm
{
    public static RealmCompilation Compile(JsonElement realm)
    {
        if (realm.TryGetProperty("preset", out var preset))
            return new(null, [new("/preset", $"The preset `{preset}` cannot be loaded.")]);
        return RealmCompiler.Compile(realm.TryGetProperty("config", out var config) ? config : default);
    }
}
