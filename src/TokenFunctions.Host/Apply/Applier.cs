using TokenFunctions.Host.Apply.Differences;
using TokenFunctions.Host.Apply.Remote;

namespace TokenFunctions.Host.Apply;

/// <summary>Sends a plan, step by step. A step that fails is told, and the others are still done; only when the service
/// does not answer any more the rest is left.</summary>
internal sealed class Applier(ServiceClient service, Tally tally, bool removeSecrets)
{
    private bool isSilent;

    /// <summary>Does all of it.</summary>
    public async Task ApplyAsync(Plan plan)
    {
        foreach (var realm in plan.Saves)
        {
            if (isSilent) break;
            if (await SaveAsync(realm)) await ApplyAsync(realm.Secrets);
            else if (!isSilent && realm.Secrets.Count > 0)
                await tally.FailedAsync(realm.Name, "its secrets were left alone too");
        }

        foreach (var realm in plan.Removals)
        {
            if (isSilent) break;
            await RemoveAsync(realm);
        }
    }

    private async Task<bool> SaveAsync(RealmStep realm)
    {
        if (realm.Kind == ChangeKind.Keep) return true;
        var condition = realm.Version is { } version ? new Condition(version) : Condition.IsNew;
        var answer = await service.PostAsync("/api/realm", RequestBody.Of(realm.Wanted!), condition);
        return await NoteAsync(realm.Kind, realm.Name, answer);
    }

    private async Task ApplyAsync(IReadOnlyList<SecretStep> secrets)
    {
        foreach (var secret in secrets)
        {
            if (isSilent) return;
            if (secret.Kind == ChangeKind.Remove) await RemoveAsync(secret);
            else if (secret.Kind is not (ChangeKind.Keep or ChangeKind.Leave)) await SendAsync(secret);
        }
    }

    private async Task SendAsync(SecretStep secret)
    {
        var answer = await service.PostAsync("/api/secret", RequestBody.Of(secret.Realm, secret.Wanted!));
        // The service keeps the version of a secret that is equal to what was sent.
        if (answer.IsSuccess && secret.Version is not null && answer.Body.Number("version") == secret.Version) return;
        await NoteAsync(secret.Version is null ? ChangeKind.Make : ChangeKind.Change, secret.Name, answer);
    }

    private Task<bool> RemoveAsync(SecretStep secret) =>
        RemoveAsync(secret.Name, $"/api/secret/{Escape(secret.Realm)}/{Escape(secret.Key)}", null);

    private Task<bool> RemoveAsync(RealmStep realm) => RemoveAsync(
        realm.Name,
        $"/api/realm/{Escape(realm.Id)}{(removeSecrets ? "?force=true" : "")}",
        new Condition(realm.Version));

    private async Task<bool> RemoveAsync(string name, string path, Condition? condition) =>
        await NoteAsync(ChangeKind.Remove, name, await service.DeleteAsync(path, condition));

    private async Task<bool> NoteAsync(ChangeKind kind, string name, ServiceAnswer answer)
    {
        isSilent = answer.IsSilence;
        // Somebody else removed it, which is what was wanted.
        var isGone = kind == ChangeKind.Remove && answer is { Status: 404, Code: "unknown_secret" };
        if (answer.IsSuccess || isGone) tally.Did(kind);
        else await tally.FailedAsync(name, Reason(name, answer));
        return answer.IsSuccess || isGone;
    }

    private static string Reason(string name, ServiceAnswer answer) => answer.Code switch
    {
        _ when answer.IsSilence =>
            $"{ProblemText.Of(answer)} It may have taken effect all the same, and nothing more was sent; run again.",
        "precondition_failed" or "realm_changed" => $"somebody changed {name} meanwhile; run again",
        "realm_has_secrets" => $"{ProblemText.Of(answer)} --remove-secrets does.",
        _ => ProblemText.Of(answer),
    };

    private static string Escape(string name) => Uri.EscapeDataString(name);
}
