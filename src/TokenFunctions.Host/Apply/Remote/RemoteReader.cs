using System.Globalization;
using System.Text.Json;

namespace TokenFunctions.Host.Apply.Remote;

/// <summary>Reads what the service has.</summary>
internal sealed class RemoteReader(ServiceClient service)
{
    private const int PageSize = 100;
    private const string NotTheService = "What answers there is not the service: it has no lists.";
    private string? refusal;

    /// <summary>Reads all realms and the secrets of those whose secrets matter.</summary>
    /// <param name="wantsSecrets">Whether a realm's secrets are read too.</param>
    public async Task<RemoteReading> ReadAsync(Predicate<StoredRealm> wantsSecrets)
    {
        var realms = await ReadAllAsync("/api/realm?", StoredRealm.Read);
        var secrets = new List<StoredSecret>();
        foreach (var realm in realms.Where(r => wantsSecrets(r)))
        {
            if (refusal is not null) break;
            var route = $"/api/secret?realm={Uri.EscapeDataString(realm.Id)}&";
            secrets.AddRange(await ReadAllAsync(route, StoredSecret.Read));
        }

        return refusal is null ? new(new RemoteState(realms, secrets), null) : new(null, refusal);
    }

    // A list that changes between two pages may lack an item or have it twice: the conditions of the changes and the
    // next run see to that, the loop only has to end.
    private async Task<IReadOnlyList<T>> ReadAllAsync<T>(string route, Func<JsonElement, T?> read)
        where T : class
    {
        var all = new List<T>();
        for (var page = 1; refusal is null; page++)
        {
            var answer = await service.GetAsync(string.Create(
                CultureInfo.InvariantCulture, $"{route}page={page}&pageSize={PageSize}"));
            if (Items(answer) is not { } items) break;
            all.AddRange(items.Select(read).OfType<T>());
            if (items.Count < PageSize) break;
        }

        return all;
    }

    private IReadOnlyList<JsonElement>? Items(ServiceAnswer answer)
    {
        var items = answer.IsSuccess ? answer.Body.Find("data")?.Items("list") : null;
        if (items is null) refusal = answer.IsSuccess ? NotTheService : ProblemText.Of(answer);
        return items;
    }
}
