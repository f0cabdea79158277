using System.Collections.Concurrent;
using TokenFunctions.Realms;

namespace TokenFunctions.Model;

/// <summary>Compiled realms; many runs have the same.</summary>
internal static class Plans
{
    private static readonly ConcurrentDictionary<string, RealmCompilation> Compiled = new(StringComparer.Ordinal);

    public static RealmCompilation Compile(RealmDefinition realm) =>
        Compiled.GetOrAdd(realm.Config, _ => RealmCompiler.Compile(realm));
}
