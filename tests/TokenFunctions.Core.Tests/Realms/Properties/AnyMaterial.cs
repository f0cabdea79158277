using TokenFunctions.Core.Tests.Conformance;
using TokenFunctions.Core.Tests.Realms.Doubles;
using TokenFunctions.Realms;
using TokenFunctions.Testing;
using TokenFunctions.Tokens;

namespace TokenFunctions.Core.Tests.Realms.Properties;

/// <summary>Makes what a plan is asked with: sound credentials, noise, or nothing.</summary>
internal static class AnyMaterial
{
    private static readonly string[] Sound =
    [
        "one", "a b&c=d", "https://api.example.com/t", "host.example", RfcKeys.Rsa, RfcKeys.Ec, RfcKeys.Hmac, "{\"private_key\":\"x\",\"a\":{\"b\":1}}", "${key_1}$key_1$$",
        "a\r\nX-Evil: 1", "7", "0123456789abcdef0123456789abcdef",
    ];

    private static readonly ILookup<string, string> OfVectors =
        VectorFiles.All.SelectMany(vector => vector.Secret).ToLookup(field => field.Key, field => field.Value.Reveal(), StringComparer.Ordinal);

    public static CallMaterial For(RealmPlan plan, Chance chance) => new(new SecretFields(Texts(plan.SecretFields, chance)))
    {
        Uses = Texts(plan.Uses.Select(use => use.As), chance),
        Inputs = Texts(plan.Inputs.Select(input => input.Name), chance),
        State = Texts(plan.State.Select(state => state.Name), chance),
        Forced = chance.OneIn(2),
    };

    private static Dictionary<string, SecretText> Texts(IEnumerable<string> names, Chance chance)
    {
        var texts = new Dictionary<string, SecretText>(StringComparer.Ordinal);
        foreach (var name in names)
            if (!chance.OneIn(200)) texts[name] = new SecretText(Text(name, chance));
        return texts;
    }

    private static string Text(string name, Chance chance)
    {
        if (!chance.OneIn(4) && OfVectors[name].ToList() is { Count: > 0 } known) return chance.Pick(known);
        return chance.OneIn(5) ? chance.Text() : chance.Pick(Sound);
    }
}
