using System.Text.Json;
using TokenFunctions.Http.Problems;
using TokenFunctions.Realms;
using TokenFunctions.Tokens;

namespace TokenFunctions.Http.Input;

/// <summary>With what a realm is to be tried, as it is sent.</summary>
/// <param name="Realm">The unsaved realm; null = the path names a stored one.</param>
/// <param name="Key">The key of a stored secret; null = none.</param>
/// <param name="Secret">A secret that is not stored; null = none.</param>
/// <param name="Inputs">Pushed inputs that are not stored.</param>
/// <param name="Force">Whether to ask as for a forced renewal.</param>
/// <param name="Confirm">Whether the sender knows what a trial does to a token in use.</param>
internal sealed record TrialInput(
    RealmDefinition? Realm, string? Key, SecretFields? Secret, IReadOnlyDictionary<string, SecretText> Inputs,
    bool Force, bool Confirm)
{
    private static readonly string[] Stored = ["key", "secret", "inputs", "force", "confirm"];
    private static readonly string[] Unsaved = ["realm", .. Stored];
    private static readonly string[] SecretMembers = [.. SecretFieldRule.Numbered, "fields"];

    /// <summary>All that was given in confidence.</summary>
    public IEnumerable<SecretText> Given => (Secret ?? SecretFields.None).Concat(Inputs).Select(named => named.Value);

    public static Reading<TrialInput> Read(JsonElement body, bool withRealm)
    {
        var fault = new FirstFault();
        var members = new Members(body, withRealm ? Unsaved : Stored, fault);
        var realm = withRealm ? ReadRealm(members, fault) : null;
        var key = members.NameOrNull("key");
        var secret = members.Object("secret") is { } given ? ReadSecret(given, fault) : null;
        var inputs = members.Object("inputs") is { } pushed ? ReadInputs(pushed, fault) : [];
        var force = members.Flag("force") ?? false;
        var confirm = members.Flag("confirm") ?? false;
        if (key is not null && secret is not null)
            fault.Add(InputProblem.InvalidValue("secret", "left out where `key` names a stored one"));
        return fault.Problem is { } problem
            ? problem
            : new TrialInput(realm, key, secret, inputs, force, confirm);
    }

    private static RealmDefinition? ReadRealm(Members members, FirstFault fault)
    {
        if (members.Object("realm") is not { } realm)
        {
            fault.Add(InputProblem.Missing("realm"));
            return null;
        }

        var read = RealmInput.Read(realm);
        if (read.HasFailed) fault.Add(read.Problem);
        return read.Value;
    }

    private static SecretFields ReadSecret(JsonElement secret, FirstFault fault) =>
        new SecretValues(secret, fault).Read(new Members(secret, SecretMembers, fault).Object("fields"));

    private static Dictionary<string, SecretText> ReadInputs(JsonElement inputs, FirstFault fault)
    {
        var values = new Dictionary<string, SecretText>(StringComparer.Ordinal);
        foreach (var member in inputs.EnumerateObject())
        {
            if (member.Value.ValueKind == JsonValueKind.String
                && member.Value.GetString() is { Length: <= PushedInputs.MaxLength } text)
                values[member.Name] = new(text);
            else fault.Add(InputProblem.InvalidValue(
                $"inputs.{member.Name}", $"a text of at most {PushedInputs.MaxLength} characters"));
        }

        return values;
    }
}
