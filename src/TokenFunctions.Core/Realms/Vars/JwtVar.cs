using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using TokenFunctions.Realms.Requests;
using TokenFunctions.Realms.Templates;

namespace TokenFunctions.Realms.Vars;

/// <summary>A var that is a signed JWT (RFC 7519) in the compact form (RFC 7515 §7.1).</summary>
/// <param name="Name">Its name.</param>
/// <param name="Algorithm">How it is signed.</param>
/// <param name="Key">The key.</param>
internal sealed record JwtVar(string Name, JwtAlgorithm Algorithm, VarKey Key) : VarPlan(Name)
{
    /// <summary>The header's members after <c>alg</c>; null = <c>typ</c> with the value JWT.</summary>
    public JsonTemplate? Header { get; init; }

    /// <summary>The claims; they win over the computed ones.</summary>
    public JsonTemplate Claims { get; init; } = new() { Members = [] };

    /// <summary>The computed times.</summary>
    public required JwtTimes Times { get; init; }

    /// <summary>Whether there is a random <c>jti</c>.</summary>
    public bool HasId { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<string> Fields =>
        Key.Value.Fields.Concat(Header?.Fields ?? []).Concat(Claims.Fields);

    /// <inheritdoc/>
    public override VarResult Evaluate(AttemptScope scope)
    {
        var templates = JsonTexts.Of(Header).Concat(JsonTexts.Of(Claims)).Append(Key.Value);
        if (VarFault.OfMissing(Name, scope, templates) is { } missing) return missing;
        var text = Encode(json => WriteHeader(json, scope)) + "." + Encode(json => WriteClaims(json, scope));
        var (signature, fault) = Algorithm.Sign(Encoding.ASCII.GetBytes(text), Key, scope);
        return signature is null
            ? VarFault.Of(Name, $"its key {fault}", Key.Value)
            : VarResult.Of(Datum.Of(text + "." + Base64Url.EncodeToString(signature)));
    }

    private void WriteHeader(Utf8JsonWriter json, AttemptScope scope)
    {
        json.WriteString("alg", Algorithm.Name);
        if (Header is null) json.WriteString("typ", "JWT");
        foreach (var (name, value) in Header?.Members ?? [])
            if (name != "alg") Write(json, name, value, scope);
    }

    private void WriteClaims(Utf8JsonWriter json, AttemptScope scope)
    {
        foreach (var (name, seconds) in Times.Of(scope.Now))
            if (!IsGiven(name)) json.WriteNumber(name, seconds);
        if (HasId && !IsGiven("jti")) json.WriteString("jti", scope.Draw(RandomKind.Uuid, 0));
        foreach (var (name, value) in Claims.Members ?? []) Write(json, name, value, scope);
    }

    private bool IsGiven(string claim) => Claims.Members?.Any(member => member.Key == claim) == true;

    private static void Write(Utf8JsonWriter json, string name, JsonTemplate value, AttemptScope scope)
    {
        json.WritePropertyName(name);
        value.Write(json, scope);
    }

    private static string Encode(Action<Utf8JsonWriter> write) => Base64Url.EncodeToString(JsonBytes.Write(json =>
    {
        json.WriteStartObject();
        write(json);
        json.WriteEndObject();
    }));
}
