using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace TokenFunctions.Testing.Vault;

/// <summary>The part of the secrets REST interface that the product uses (learn.microsoft.com, "Key Vault REST API",
/// secrets): set, get, delete, recover.</summary>
internal sealed class FakeVaultRoutes(FakeVaultShelf shelf, Func<Uri> vault)
{
    public Task AnswerAsync(HttpContext context)
    {
        var parts = context.Request.Path.Value!.Trim('/').Split('/');
        var (name, id) = (parts.ElementAtOrDefault(1) ?? "", parts.ElementAtOrDefault(2));
        if (!context.Request.Query.ContainsKey("api-version"))
            return FakeVaultAnswer.ErrorAsync(context, 400, "BadParameter", "api-version must be specified");
        return (context.Request.Method, parts[0]) switch
        {
            ("PUT", "secrets") => SetAsync(context, name),
            ("GET", "secrets") => GetAsync(context, name, id),
            ("DELETE", "secrets") => DeleteAsync(context, name),
            ("GET", "deletedsecrets") => DeletedAsync(context, name, shelf.Find(name, null, amongDeleted: true)),
            ("POST", "deletedsecrets") when id == "recover" => FoundAsync(context, name, shelf.Recover(name)),
            _ => FakeVaultAnswer.ErrorAsync(context, 404, "NotFound", "There is no such route."),
        };
    }

    private async Task SetAsync(HttpContext context, string name)
    {
        var body = (await JsonNode.ParseAsync(context.Request.Body))!.AsObject();
        if (shelf.Set(name, body) is { } version) await FakeVaultAnswer.JsonAsync(context, 200, version.ToBundle(vault(), withValue: true));
        else await FakeVaultAnswer.ErrorAsync(context, 409, "Conflict", $"Secret {name} is currently in a deleted but recoverable state.", "ObjectIsDeletedButRecoverable");
    }

    private Task GetAsync(HttpContext context, string name, string? id)
    {
        var version = shelf.Find(name, id);
        return version is { IsEnabled: false }
            ? FakeVaultAnswer.ErrorAsync(context, 403, "Forbidden", "Operation get is not allowed on a disabled secret.", "SecretDisabled")
            : FoundAsync(context, name, version);
    }

    private Task DeleteAsync(HttpContext context, string name) => DeletedAsync(context, name, shelf.Delete(name));

    private Task FoundAsync(HttpContext context, string name, FakeSecretVersion? version) =>
        version is null
            ? MissingAsync(context, name)
            : FakeVaultAnswer.JsonAsync(context, 200, version.ToBundle(vault(), withValue: true));

    private Task DeletedAsync(HttpContext context, string name, FakeSecretVersion? version)
    {
        if (version is null) return MissingAsync(context, name);
        var bundle = version.ToBundle(vault(), withValue: false);
        var now = TimeProvider.System.GetUtcNow();
        bundle["recoveryId"] = $"{vault()}deletedsecrets/{name}";
        bundle["deletedDate"] = now.ToUnixTimeSeconds();
        bundle["scheduledPurgeDate"] = now.AddDays(90).ToUnixTimeSeconds();
        return FakeVaultAnswer.JsonAsync(context, 200, bundle);
    }

    private static Task MissingAsync(HttpContext context, string name) =>
        FakeVaultAnswer.ErrorAsync(context, 404, "SecretNotFound", $"A secret with (name/id) {name} was not found in this key vault.");
}
