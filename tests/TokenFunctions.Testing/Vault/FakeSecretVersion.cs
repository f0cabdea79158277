using System.Text.Json.Nodes;

namespace TokenFunctions.Testing.Vault;

/// <summary>A version of a secret in <see cref="FakeVault"/>.</summary>
internal sealed record FakeSecretVersion(string Name, string Id, string Value, string? ContentType, JsonObject? Tags, JsonObject Attributes)
{
    public bool IsEnabled => (bool?)Attributes["enabled"] != false;

    /// <summary>The bundle of the REST interface.</summary>
    public JsonObject ToBundle(Uri vault, bool withValue)
    {
        var bundle = new JsonObject { ["id"] = $"{vault}secrets/{Name}/{Id}", ["attributes"] = Attributes.DeepClone() };
        if (withValue) bundle["value"] = Value;
        if (ContentType is not null) bundle["contentType"] = ContentType;
        if (Tags is not null) bundle["tags"] = Tags.DeepClone();
        return bundle;
    }
}
