using System.Text;
using System.Text.Json;
using TokenFunctions.Realms.Presets;
using TokenFunctions.Realms.Requests;

namespace TokenFunctions.Realms.Config;

/// <summary>Reads a realm with <c>logic_code</c>: the exchange is fixed, and of the config only <c>response</c>,
/// <c>errors</c>, <c>attach</c> and <c>policy</c> count, as the first system had it.</summary>
internal static class LogicCodeReader
{
    private const string Place = "/logic_code";
    private const string Exchange = """
        {
          "method": "POST", "content_type": "json", "token_path": "token", "expires_in_path": "expires_in",
          "mode": null, "arguments": null, "body": null, "auth": null, "tls": null, "vars": null, "uses": null,
          "inputs": null, "state": null, "steps": null
        }
        """;

    private static readonly JsonElement Fixed = JsonElement.Parse(Exchange);

    /// <summary>The plan, or the faults; those of the address are told at <c>/logic_code</c>.</summary>
    public static RealmCompilation Compile(string address, JsonElement own)
    {
        if (own.ValueKind != JsonValueKind.Object)
            return new(null, [new("/config", $"`/config` is {ConfigText.Kind(own)}; use an object.")]);
        // As bytes: half of a surrogate pair would be an ArgumentException.
        var text = JsonEncodedText.Encode(Encoding.UTF8.GetBytes(address));
        var url = JsonElement.Parse($$"""{"url":"{{text}}"}""");
        var check = new ConfigCheck();
        var plan = ConfigReader.Read(ConfigMerge.Over(ConfigMerge.Over(own, Fixed), url), check, new SecretBody());
        return new(plan, [.. check.Errors.Select(AtPlace)]);
    }

    private static RealmError AtPlace(RealmError error) => error.Pointer != "/config/url"
        ? error
        : new(Place, error.Message.Replace("`/config/url`", $"`{Place}`", StringComparison.Ordinal));
}
