using System.Text.Json;

namespace TokenFunctions.Realms.Files;

/// <summary>Reads one file: the body of <c>POST /api/realm</c>, and its realm's secrets.</summary>
/// <param name="faults">Where faults go.</param>
/// <param name="environment">Gives an environment variable; null = it is not set.</param>
internal sealed class RealmFileReader(FileFaults faults, Func<string, string?> environment)
{
    // Editors find the schema by it; the service takes no such member.
    private const string Schema = "$schema";

    private static readonly string[] Known = ["id", "config", "preset", "logic_code", "comment", "secrets", Schema];
    private static readonly string[] Ours = ["id", "secrets", Schema];

    /// <summary>The realm; null = it has no usable id. What the config says is judged by the service.</summary>
    public RealmFile? Read(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            faults.Add("must be one object");
            return null;
        }

        var root = FileObject.Read(json, "", faults, Known)!;
        var id = root.RequireName("id");
        if (root.Find("config") is { ValueKind: not JsonValueKind.Object }) root.Fault("config", "must be an object");
        var secrets = ReadSecrets(root);
        return id is null ? null : new RealmFile(id, Members(root)) { Secrets = secrets };
    }

    private static Dictionary<string, JsonElement> Members(FileObject root) => root.Members
        .Where(member => !Ours.Contains(member.Name, StringComparer.Ordinal))
        .ToDictionary(member => member.Name, member => member.Value, StringComparer.Ordinal);

    private List<WantedSecret>? ReadSecrets(FileObject root)
    {
        if (root.Items("secrets") is not { } items) return null;
        var secrets = new List<WantedSecret>();
        foreach (var (pointer, value) in items)
        {
            if (new SecretReader(faults, environment).Read(value, pointer) is not { } secret) continue;
            if (secrets.Exists(s => s.Key.Equals(secret.Key, StringComparison.Ordinal)))
                faults.Add(JsonPointer.Of(pointer, "key"), $"is '{secret.Key}' a second time");
            secrets.Add(secret);
        }

        return secrets;
    }
}
