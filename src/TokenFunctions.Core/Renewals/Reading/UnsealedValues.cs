using System.Runtime.CompilerServices;
using TokenFunctions.Realms;
using TokenFunctions.Storage;
using TokenFunctions.Tokens;

namespace TokenFunctions.Renewals.Reading;

/// <summary>The tokens of rows that are held and not written: sealing needs a key, which may be what is out of reach.
/// Each goes with a stand-in for the row's sealed value, for as long as anybody has that row.</summary>
internal sealed class UnsealedValues
{
    private readonly ConditionalWeakTable<byte[], Token> tokens = [];

    /// <summary>A new stand-in; nothing can open it.</summary>
    public static byte[] NewBox() => new byte[1];

    /// <summary>Keeps the token of a row that was made with a stand-in.</summary>
    public void Add(TokenState made, UpstreamToken issued) => tokens.Add(made.SealedValue!, new Token
    {
        Key = made.Key,
        Value = issued.Value,
        Extra = issued.Extra,
        Type = made.Type,
        IssuedAt = made.IssuedAt,
        ExpiresAt = made.ExpiresAt,
        Generation = made.Generation,
    });

    /// <summary>The token of that row; null = its value is sealed.</summary>
    public Token? Find(TokenState row) =>
        row.SealedValue is { } box && tokens.TryGetValue(box, out var token) ? token : null;
}
