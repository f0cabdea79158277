using System.Text.Json;
using Microsoft.AspNetCore.Http;
using TokenFunctions.Http.Audit;
using TokenFunctions.Http.Callers;
using TokenFunctions.Http.Input;
using TokenFunctions.Http.Problems;
using TokenFunctions.Storage;

namespace TokenFunctions.Http.Endpoints;

/// <summary>Adds and removes the API keys of callers.</summary>
internal sealed class CallerKeyEndpoints(CallerChanges changes, AuditTrail audit, StoreClock clock)
{
    private static readonly string[] Known = [Expiry.Field];

    public async Task<Answer> AddAsync(HttpContext context)
    {
        var fault = new FirstFault();
        PathNames.NoQuery(context, fault);
        Precondition.None(context.Request, fault);
        var id = PathNames.Name(context, "id", fault);
        if (fault.Problem is { } problem) return problem;
        var body = await BodyReader.ReadAsync(context);
        if (body.HasFailed) return body.Problem;
        using var json = body.Value;
        var expiresAt = ReadExpiry(json?.RootElement, fault);
        if (fault.Problem is { } wrong) return wrong;
        var deed = new Deed("caller.key.add") { Subject = id };
        return await audit.RunAsync(context, deed, () => AddAsync(id, expiresAt));
    }

    public async Task<Answer> RemoveAsync(HttpContext context)
    {
        var fault = new FirstFault();
        PathNames.NoQuery(context, fault);
        Precondition.None(context.Request, fault);
        var id = PathNames.Name(context, "id", fault);
        var key = PathNames.Name(context, "key", fault);
        if (fault.Problem is { } problem) return problem;
        var deed = new Deed("caller.key.remove") { Subject = id };
        return await audit.RunAsync(context, deed, () => RemoveAsync(id, key));
    }

    private DateTimeOffset? ReadExpiry(JsonElement? body, FirstFault fault) =>
        body is { } root ? Expiry.Read(new Members(root, Known, fault), clock.Now, fault) : null;

    private async Task<Answer> AddAsync(string id, DateTimeOffset? expiresAt)
    {
        var made = ApiKey.Create(id);
        var key = CallerKey.Of(made, clock.Now, expiresAt);
        var isFull = false;
        if (await changes.ChangeKeysAsync(id, Add) is not null)
            return new Answer(StatusCodes.Status201Created) { Json = w => CallerJson.WriteMade(w, id, key, made) };
        return isFull ? CallerProblem.TooManyKeys() : CallerProblem.Unknown();

        // Keys that have ended make room.
        IReadOnlyList<CallerKey>? Add(Caller caller)
        {
            var live = caller.Keys.Where(k => k.IsLive(clock.Now)).ToList();
            isFull = live.Count >= Caller.MaxKeys;
            return isFull ? null : [.. live, key];
        }
    }

    private async Task<Answer> RemoveAsync(string id, string key)
    {
        var exists = false;
        if (await changes.ChangeKeysAsync(id, Remove) is not null) return new Answer(StatusCodes.Status204NoContent);
        return exists ? CallerProblem.UnknownKey() : CallerProblem.Unknown();

        IReadOnlyList<CallerKey>? Remove(Caller caller)
        {
            exists = true;
            var left = caller.Keys.Where(k => !k.Id.Equals(key, StringComparison.Ordinal)).ToList();
            return left.Count < caller.Keys.Count ? left : null;
        }
    }
}
