using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace TokenFunctions.Worker.Functions;

/// <summary>Realms: what a provider is like.</summary>
/// <param name="door">The way into the API.</param>
public sealed class RealmRoutes(ApiDoor door)
{
    /// <summary>Lists realms, or saves one.</summary>
    /// <param name="request">The request.</param>
    [Function("Realms")]
    public Task<IActionResult> RealmsAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", "post", Route = "realm")] HttpRequest request) =>
        door.ServeAsync(request);

    /// <summary>Shows or removes a realm.</summary>
    /// <param name="request">The request.</param>
    [Function("Realm")]
    public Task<IActionResult> RealmAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", "delete", Route = "realm/{id}")] HttpRequest request) =>
        door.ServeAsync(request);

    /// <summary>Tries a saved realm.</summary>
    /// <param name="request">The request.</param>
    [Function("RealmTrial")]
    public Task<IActionResult> RealmTrialAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "realm/{id}/test")] HttpRequest request) =>
        door.ServeAsync(request);

    /// <summary>Tries a realm that is not saved.</summary>
    /// <param name="request">The request.</param>
    [Function("RealmTrialUnsaved")]
    public Task<IActionResult> RealmTrialUnsavedAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "realm-test")] HttpRequest request) =>
        door.ServeAsync(request);

    /// <summary>Checks a realm without asking its provider.</summary>
    /// <param name="request">The request.</param>
    [Function("RealmCheck")]
    public Task<IActionResult> RealmCheckAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "realm-check")] HttpRequest request) =>
        door.ServeAsync(request);

    /// <summary>Drafts a realm from a line of curl or the like.</summary>
    /// <param name="request">The request.</param>
    [Function("RealmDraft")]
    public Task<IActionResult> RealmDraftAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "realm-draft")] HttpRequest request) =>
        door.ServeAsync(request);

    /// <summary>The JSON Schema of realms.</summary>
    /// <param name="request">The request.</param>
    [Function("RealmSchema")]
    public Task<IActionResult> RealmSchemaAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "realm-schema.json")] HttpRequest request) =>
        door.ServeAsync(request);

    /// <summary>Lists the presets for known providers.</summary>
    /// <param name="request">The request.</param>
    [Function("Presets")]
    public Task<IActionResult> PresetsAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "preset")] HttpRequest request) =>
        door.ServeAsync(request);

    /// <summary>A preset.</summary>
    /// <param name="request">The request.</param>
    [Function("Preset")]
    public Task<IActionResult> PresetAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "preset/{id}")] HttpRequest request) =>
        door.ServeAsync(request);
}
