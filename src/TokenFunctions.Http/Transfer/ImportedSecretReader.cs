using System.Text.Json;
using TokenFunctions.Http.Input;
using TokenFunctions.Http.Problems;
using TokenFunctions.Storage.Vault;
using TokenFunctions.Tokens;

namespace TokenFunctions.Http.Transfer;

/// <summary>Reads what an import tells of a secret.</summary>
internal sealed class ImportedSecretReader(IVault vault, ImportFaults faults)
{
    private const int MaxFields = 200;
    private const int MaxTime = 64;

    /// <summary>The secret; null = it is at fault.</summary>
    public ImportedSecret? Read(JsonElement item, string pointer)
    {
        var fault = new FirstFault();
        var members = new Members(item, TransferForm.OfSecret, fault);
        var (realm, key) = (members.Name("realm"), members.Name("key"));
        var fields = ReadFields(members, fault);
        var keepWarm = members.Flag("keep_warm") ?? false;
        var expiresAt = ReadTime(members, fault);
        var address = SecretInput.Address(vault, members.TextOrNull("vault_secret", SecretInput.MaxAddress), fault);
        if (realm is null) fault.Add(InputProblem.Missing("realm"));
        if (key is null) fault.Add(InputProblem.Missing("key"));
        if (fields.Count == 0 && address is null) fault.Add(InputProblem.Missing("fields"));
        if (fault.Problem is { } problem)
        {
            faults.Add(pointer, problem);
            return null;
        }

        return new ImportedSecret(pointer, new TokenKey(realm!, key!), fields)
        {
            KeepWarm = keepWarm,
            ExpiresAt = expiresAt,
            VaultSecret = address,
        };
    }

    // One that has ended is taken too: the export tells what is, and only values can mend it.
    private static DateTimeOffset? ReadTime(Members members, FirstFault fault)
    {
        if (members.TextOrNull(Expiry.Field, MaxTime) is not { } text) return null;
        if (Timestamp.Parse(text) is { } at) return at;
        fault.Add(InputProblem.InvalidValue(Expiry.Field, Timestamp.InWords));
        return null;
    }

    private static List<string> ReadFields(Members members, FirstFault fault)
    {
        if (members.List("fields", MaxFields) is not { } list) return [];
        var names = list.Select(name => name.ValueKind == JsonValueKind.String ? name.GetString()! : "").ToList();
        if (names.TrueForAll(IsField) && names.Distinct(StringComparer.Ordinal).Count() == names.Count) return names;
        fault.Add(InputProblem.InvalidValue("fields", "a list of names of fields, each once"));
        return [];
    }

    private static bool IsField(string name) => SecretFieldRule.IsNumbered(name) || SecretFieldRule.IsNamed(name);
}
