using TokenFunctions.Realms;

namespace TokenFunctions.Http;

/// <summary>Checks a realm before it is stored: <see cref="RealmCompiler"/> unless another is registered.</summary>
/// <param name="realm">The realm as it was sent.</param>
public delegate RealmCompilation RealmCompile(RealmDefinition realm);
