using System.Text.Json;
using TokenFunctions.Http.Problems;
using TokenFunctions.Realms;
using TokenFunctions.Storage;
using TokenFunctions.Storage.Vault;
using TokenFunctions.Tokens;

namespace TokenFunctions.Http.Input;

/// <summary>Reads the values of a secret, numbered and named.</summary>
internal sealed class SecretValues(JsonElement body, FirstFault fault)
{
    private readonly Dictionary<string, SecretText> values = new(StringComparer.Ordinal);

    public SecretFields Read(JsonElement? named)
    {
        foreach (var name in SecretFieldRule.Numbered)
        {
            if (body.TryGetProperty(name, out var value)) Take(name, name, value);
        }

        if (named is { } fields) ReadNamed(fields);
        var read = new SecretFields(values);
        if (fault.Problem is null && SecretDocument.Write(read).Length > IVault.MaxDocument)
            fault.Add(SecretProblem.TooLarge(Place(values.MaxBy(v => v.Value.Length).Key), IVault.MaxDocument));
        return read;
    }

    private void ReadNamed(JsonElement fields)
    {
        foreach (var member in fields.EnumerateObject())
        {
            if (fault.Problem is not null) return;
            if (SecretFieldRule.IsNamed(member.Name)) Take(Place(member.Name), member.Name, member.Value);
            else if (SecretFieldRule.IsNumbered(member.Name))
                Refuse(member.Name, "sent beside 'fields', not in it, as key_1 to key_20");
            else Refuse(member.Name, FieldName.InWords);
        }
    }

    private void Take(string field, string name, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String || value.GetString() is not { Length: > 0 } text)
            fault.Add(InputProblem.InvalidValue(field, "a text that is not empty"));
        else if (text.Equals(SecretFieldRule.Mask, StringComparison.Ordinal)) fault.Add(SecretProblem.Mask(field));
        else values[name] = new SecretText(text);
    }

    private void Refuse(string name, string rule) =>
        fault.Add(InputProblem.InvalidValue($"fields.{name}", rule) with { Code = "invalid_name" });

    private static string Place(string name) => SecretFieldRule.IsNumbered(name) ? name : $"fields.{name}";
}
