using System.Text.Json;
using TokenFunctions.Realms;

namespace TokenFunctions.Http;

/// <summary>Checks a realm's config before it is stored: <see cref="RealmCompiler.Compile"/> unless
/// another is registered.</summary>
/// <param name="config">The config as it was sent.</param>
public delegate RealmCompilation RealmCompile(JsonElement config);
