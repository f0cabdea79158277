using TokenFunctions.Realms.Keys;
using TokenFunctions.Realms.Templates;

namespace TokenFunctions.Realms.Vars;

/// <summary>The key of a hash or a JWT.</summary>
/// <param name="Value">Where it comes from.</param>
/// <param name="Encoding">How a symmetric key is written; of no meaning for bytes.</param>
internal sealed record VarKey(Template Value, KeyEncoding Encoding)
{
    /// <summary>The bytes of a symmetric key; empty when there are none in this encoding.</summary>
    public byte[] Bytes(AttemptScope scope)
    {
        var value = Value.Value(scope);
        return value.Kind == DatumKind.Bytes ? value.Bytes : SymmetricKey.Read(value.Text, Encoding);
    }

    /// <summary>The text of a private key.</summary>
    public string Text(AttemptScope scope) => Value.Fill(scope);
}
