using System.Text.Json.Nodes;

namespace TokenFunctions.Testing.Vault;

/// <summary>The secrets of <see cref="FakeVault"/>: living ones and soft-deleted ones.</summary>
internal sealed class FakeVaultShelf
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, List<FakeSecretVersion>> living = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, List<FakeSecretVersion>> deleted = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Adds a version; null = the name is soft-deleted.</summary>
    public FakeSecretVersion? Set(string name, JsonObject body)
    {
        lock (gate)
        {
            if (deleted.ContainsKey(name)) return null;
            if (!living.TryGetValue(name, out var versions)) living[name] = versions = [];
            var version = Make(name, body);
            versions.Add(version);
            return version;
        }
    }

    /// <summary>The version, or the newest; null = there is none.</summary>
    public FakeSecretVersion? Find(string name, string? id, bool amongDeleted = false)
    {
        lock (gate)
        {
            var versions = (amongDeleted ? deleted : living).GetValueOrDefault(name);
            return string.IsNullOrEmpty(id) ? versions?[^1] : versions?.Find(v => v.Id == id);
        }
    }

    /// <summary>Soft-deletes the secret; null = there is none.</summary>
    public FakeSecretVersion? Delete(string name) => Move(name, living, deleted);

    /// <summary>Brings a soft-deleted secret back; null = there is none.</summary>
    public FakeSecretVersion? Recover(string name) => Move(name, deleted, living);

    /// <summary>Switches all versions of a secret off or on.</summary>
    public void Enable(string name, bool enabled)
    {
        lock (gate)
        {
            foreach (var version in living[name]) version.Attributes["enabled"] = enabled;
        }
    }

    public int CountVersions(string name)
    {
        lock (gate) return living.GetValueOrDefault(name)?.Count ?? 0;
    }

    private FakeSecretVersion? Move(string name, Dictionary<string, List<FakeSecretVersion>> from, Dictionary<string, List<FakeSecretVersion>> to)
    {
        lock (gate)
        {
            if (!from.Remove(name, out var versions)) return null;
            to[name] = versions;
            return versions[^1];
        }
    }

    private static FakeSecretVersion Make(string name, JsonObject body)
    {
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        var attributes = body["attributes"]?.DeepClone().AsObject() ?? [];
        attributes["enabled"] ??= true;
        (attributes["created"], attributes["updated"]) = (now, now);
        (attributes["recoveryLevel"], attributes["recoverableDays"]) = ("Recoverable+Purgeable", 90);
        var tags = body["tags"]?.DeepClone().AsObject();
        return new FakeSecretVersion(name, Guid.NewGuid().ToString("N"), (string)body["value"]!, (string?)body["contentType"], tags, attributes);
    }
}
