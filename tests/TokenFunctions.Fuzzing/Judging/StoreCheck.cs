using System.Net;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using TokenFunctions.Processes.App;
using TokenFunctions.Realms;

namespace TokenFunctions.Fuzzing.Judging;

/// <summary>Looks through all that is stored: nothing in it may be half-written.</summary>
/// <param name="api">The app, with the admin key.</param>
/// <param name="file">The database file.</param>
internal sealed class StoreCheck(ApiClient api, string file)
{
    /// <summary>What is wrong, nothing = all is well.</summary>
    public async Task<IReadOnlyList<string>> RunAsync()
    {
        var faults = new List<string>();
        var realms = await ListAsync("/api/realm", faults);
        faults.AddRange(realms.Select(Compile).OfType<string>());
        foreach (var realm in realms) await ReadAsync($"/api/realm/{Part(realm, "id")}", faults);
        foreach (var secret in await ListAsync("/api/secret", faults))
        {
            var place = $"{Part(secret, "realm")}/{Part(secret, "key")}";
            await ReadAsync($"/api/secret/{place}", faults);
            await ReadAsync($"/api/status/{place}", faults);
        }

        await ListAsync("/api/status", faults);
        foreach (var caller in await ListAsync("/api/caller", faults)) await ReadAsync($"/api/caller/{Part(caller, "id")}", faults);
        await ReadAsync("/api/sealing", faults);
        await AuditAsync(faults);
        if (Integrity() is not "ok" and var told) faults.Add($"the database file: {told}");
        return faults;
    }

    private static string Part(JsonElement item, string name) => Uri.EscapeDataString(item.GetProperty(name).GetString()!);

    private static string? Compile(JsonElement realm)
    {
        var id = realm.GetProperty("id").GetString()!;
        var compilation = RealmCompiler.Compile(new RealmDefinition(id, realm.GetProperty("config").GetRawText())
        {
            Preset = Text(realm, "preset"),
            LogicCode = Text(realm, "logic_code"),
        });
        return compilation.IsValid ? null : $"the stored realm {id} does not compile: {compilation.Errors[0].Message}";
    }

    private static string? Text(JsonElement item, string name) => item.TryGetProperty(name, out var value) ? value.GetString() : null;

    private async Task ReadAsync(string path, List<string> faults)
    {
        var answer = await api.GetAsync(path);
        // It may have been removed meanwhile only by this run, which stands still.
        if (answer.Status != HttpStatusCode.OK) faults.Add($"{path}: {answer}");
    }

    private async Task<List<JsonElement>> ListAsync(string path, List<string> faults)
    {
        var items = new List<JsonElement>();
        for (var page = 1; ; page++)
        {
            var answer = await api.GetAsync($"{path}?page={page}&pageSize=500");
            if (answer.Status != HttpStatusCode.OK)
            {
                faults.Add($"{path}: {answer}");
                return items;
            }

            var data = answer.Json.GetProperty("data");
            items.AddRange(data.GetProperty("list").EnumerateArray());
            if (data.GetProperty("list").GetArrayLength() == 0) return items;
        }
    }

    // A change that began and never ended would stand there as begun: the run stands still.
    private async Task AuditAsync(List<string> faults)
    {
        var seen = 0;
        for (string? after = ""; after is not null;)
        {
            var answer = await api.GetAsync($"/api/audit?pageSize=500{after}");
            if (answer.Status != HttpStatusCode.OK)
            {
                faults.Add($"/api/audit: {answer}");
                return;
            }

            var data = answer.Json.GetProperty("data");
            seen += data.GetProperty("list").GetArrayLength();
            faults.AddRange(data.GetProperty("list").EnumerateArray().Where(entry => Text(entry, "result") is null or "begun")
                .Select(entry => $"a change has no end in the audit: {entry.GetRawText()}"));
            after = data.GetProperty("next").GetString() is { } next ? $"&after={Uri.EscapeDataString(next)}" : null;
        }

        if (seen == 0) faults.Add("/api/audit: nothing of the run is in it");
    }

    private string? Integrity()
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA integrity_check";
        return command.ExecuteScalar() as string;
    }
}
