using System.Text.Json;

namespace TokenFunctions.Realms.Files;

/// <summary>A realm as a file describes it.</summary>
/// <param name="Id">The realm's id.</param>
/// <param name="Members">Every member of the file that is sent but <c>id</c>, by name, as it was written.</param>
public sealed record RealmFile(string Id, IReadOnlyDictionary<string, JsonElement> Members)
{
    /// <summary>The realm's secrets; null = the file says nothing of them, so they are left alone.</summary>
    public IReadOnlyList<WantedSecret>? Secrets { get; init; }
}
