using System.Text.Json;

namespace TokenFunctions.Realms;

/// <summary>Turns a config into a plan.</summary>
public static class RealmCompiler
{
    /// <summary>Compiles the <c>config</c> member of a realm; finds every fault.</summary>
    /// <param name="config">The config; pointers of errors begin with <c>/config</c>.</param>
    public static RealmCompilation Compile(JsonElement config) => new(null, [new("/config", "not yet")]);
}
